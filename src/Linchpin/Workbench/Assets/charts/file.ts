// A picture as a file: what the chart shows, with its title above it and its source and handling label below it, in the picture itself.
import { init, type EChartsCoreOption } from "echarts/core";
import { font, text, token, type Figure, type Paint } from "./figure";

const width = 1200;
const line = 18;

export interface Words {
  title: string;
  source: string;
  label: string;
}

/** The words of a picture: the table's caption, and what the server says of source and label. */
export function wordsOf(table: HTMLTableElement, element: HTMLElement): Words {
  const caption = table.caption?.cloneNode(true) as HTMLElement | undefined;
  const under = caption?.querySelector(".soft")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  caption?.querySelector(".soft")?.remove();
  return {
    title: caption?.textContent?.replace(/\s+/g, " ").trim() || (element.getAttribute("label") ?? ""),
    source: [under, element.getAttribute("source") ?? ""].filter(Boolean).join(" "),
    label: element.getAttribute("handling") ?? "",
  };
}

export function svgOf(draw: (paint: Paint) => Figure, paint: Paint, words: Words): string {
  const { option, height } = framed(draw, paint, words);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

export function pngOf(draw: (paint: Paint) => Figure, paint: Paint, words: Words): Promise<Blob | null> {
  const { option, height } = framed(draw, paint, words);
  const box = document.createElement("div");
  const chart = init(box, null, { renderer: "canvas", width, height, devicePixelRatio: 2 });
  chart.setOption(option);
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: token(paint, "--sheet") });
  return new Promise((done) =>
    canvas.toBlob((blob) => {
      chart.dispose();
      done(blob);
    }),
  );
}

/** The drawing moved down by the height of its title, and lines put under it. */
function framed(draw: (paint: Paint) => Figure, paint: Paint, words: Words): { option: EChartsCoreOption; height: number } {
  const figure = draw({ ...paint, width: width - 48 });
  const title = wrap(words.title, 92);
  const foot = [...wrap(words.source, 165).slice(0, 5), words.label].filter(Boolean);
  const top = 24 + title.length * 26;
  const height = top + figure.height + 20 + foot.length * line;
  const down = (part: unknown, fallback: number): unknown =>
    Array.isArray(part) ? part.map((p) => down(p, fallback)) : { ...(part as object), ...moved(part as Record<string, unknown>, top, figure.height, height, fallback) };
  const option: Record<string, unknown> = { ...figure.option, animation: false, backgroundColor: token(paint, "--sheet"), textStyle: text(paint) };
  for (const part of ["grid", "legend", "title"]) {
    if (option[part]) {
      option[part] = down(option[part], 0);
    }
  }
  option["series"] = (option["series"] as Record<string, unknown>[]).map((s) => (s["type"] === "sankey" || s["type"] === "graph" ? down(s, 10) : s));
  option["graphic"] = [
    { type: "text", left: 24, top: 20, silent: true, style: { text: title.join("\n"), font: `650 20px ${font(paint)}`, lineHeight: 26, fill: token(paint, "--ink") } },
    { type: "text", left: 24, top: top + figure.height + 8, silent: true, style: { text: foot.join("\n"), font: `13px ${font(paint)}`, lineHeight: line, fill: token(paint, "--ink-soft") } },
  ];
  return { option, height };
}

function moved(part: Record<string, unknown>, top: number, drawn: number, height: number, fallback: number): Record<string, unknown> {
  const at = typeof part["top"] === "number" ? part["top"] : fallback;
  const below = typeof part["bottom"] === "number" ? part["bottom"] : null;
  return { top: at + top, ...(below === null || part["height"] !== undefined ? {} : { bottom: below + height - top - drawn }) };
}

function wrap(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ").filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
