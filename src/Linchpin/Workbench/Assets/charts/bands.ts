// Bands over time: a panel for each series, a line with the band around it; a series has up to three columns, data-part low, mid and high.
// Each panel has a scale of its own: a band of a large country would press the others flat.
import { countryLook, numbersOf, text, tick, token, tooltip, valueAxis, type Figure, type Paint, type Series } from "./figure";

const high = 210;

export function bands(table: HTMLTableElement, paint: Paint): Figure {
  const { rows, series } = numbersOf(table);
  const names = [...new Set(series.map((s) => s.name))];
  const across = Math.max(1, Math.min(names.length, 3, Math.floor(paint.width / 300)));
  const wide = 100 / across;
  const place = (i: number): { left: string; top: number } => ({ left: `${(i % across) * wide}%`, top: Math.floor(i / across) * high });
  const drawn = names.flatMap((name, i) => {
    const part = (which: string): Series | undefined => series.find((s) => s.name === name && s.part === which);
    const middle = part("mid");
    const low = part("low");
    const above = part("high");
    const country = middle?.country ?? null;
    const look = country === null ? { colour: token(paint, `--series-${middle?.colour ?? "1"}`) } : countryLook(paint, country);
    const panel = { type: "line", symbol: "none", xAxisIndex: i, yAxisIndex: i, silent: true };
    const common = { ...panel, lineStyle: { opacity: 0 }, stack: `band-${i}`, stackStrategy: "all", tooltip: { show: false }, name };
    return [
      ...(low && above
        ? [
            { ...common, data: low.values },
            { ...common, data: above.values.map((v, at) => (v === null ? null : v - (low.values[at] ?? 0))), areaStyle: { color: look.colour, opacity: 0.22 } },
          ]
        : []),
      { ...panel, name, data: middle?.values ?? [], lineStyle: { color: look.colour, width: 2.25 }, itemStyle: { color: look.colour } },
    ];
  });
  return {
    height: Math.ceil(names.length / across) * high,
    option: {
      title: names.map((name, i) => ({ text: name, ...place(i), textStyle: { ...text(paint), fontWeight: 650 }, padding: [4, 8] })),
      grid: names.map((_, i) => ({ ...place(i), top: place(i).top + 30, width: `${wide - 3}%`, height: high - 66, containLabel: true })),
      tooltip: tooltip(paint, "axis"),
      xAxis: names.map((_, i) => ({
        type: "category",
        gridIndex: i,
        boundaryGap: false,
        data: rows.map((r) => r.name),
        axisLabel: { color: token(paint, "--ink-soft"), hideOverlap: true },
        axisLine: { lineStyle: { color: token(paint, "--line-strong") }, onZero: true },
        axisTick: { show: false },
        name: paint.element.getAttribute("across") ?? "",
        nameLocation: "end",
        nameGap: 4,
        nameTextStyle: { color: token(paint, "--ink-soft") },
      })),
      yAxis: names.map((_, i) => ({ ...valueAxis(paint), gridIndex: i, splitNumber: 3, axisLabel: { color: token(paint, "--ink-soft"), formatter: (v: number) => tick(paint, v) } })),
      series: drawn,
    },
  };
}
