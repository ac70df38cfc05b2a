// Bands over time: a line for each series with the band around it; a series has up to three columns, data-part low, mid and high.
import { countryLook, numbersOf, text, token, tooltip, valueAxis, type Figure, type Paint, type Series } from "./figure";

export function bands(table: HTMLTableElement, paint: Paint): Figure {
  const { rows, series } = numbersOf(table);
  const names = [...new Set(series.map((s) => s.name))];
  const wide = paint.width > 560;
  const drawn = names.flatMap((name, i) => {
    const part = (which: string): Series | undefined => series.find((s) => s.name === name && s.part === which);
    const middle = part("mid");
    const low = part("low");
    const high = part("high");
    const country = middle?.country ?? null;
    const look = country === null ? { colour: token(paint, `--series-${middle?.colour ?? "1"}`), dash: "solid" as const } : countryLook(paint, country);
    const group = `band-${i}`;
    const common = { type: "line", symbol: "none", silent: true, lineStyle: { opacity: 0 }, stack: group, stackStrategy: "all", tooltip: { show: false }, name };
    return [
      ...(low && high
        ? [
            { ...common, data: low.values },
            { ...common, data: high.values.map((v, at) => (v === null ? null : v - (low.values[at] ?? 0))), areaStyle: { color: look.colour, opacity: 0.2 } },
          ]
        : []),
      {
        type: "line",
        name,
        symbol: "none",
        data: middle?.values ?? [],
        lineStyle: { color: look.colour, width: 2.25, type: look.dash },
        itemStyle: { color: look.colour },
        endLabel: { show: wide, formatter: name, ...text(paint), color: token(paint, "--ink"), distance: 6 },
        labelLayout: { moveOverlap: "shiftY" },
        emphasis: { disabled: true },
      },
    ];
  });
  return {
    height: 340,
    option: {
      grid: { left: 8, right: wide ? 132 : 12, top: wide ? 26 : 48, bottom: 26, containLabel: true },
      legend: { show: !wide, left: 0, top: 0, textStyle: text(paint), data: names },
      tooltip: { ...tooltip(paint, "axis"), axisPointer: { type: "line" } },
      xAxis: {
        type: "category",
        boundaryGap: false,
        data: rows.map((r) => r.name),
        axisLabel: { color: token(paint, "--ink-soft"), hideOverlap: true },
        axisLine: { lineStyle: { color: token(paint, "--line-strong") } },
        name: paint.element.getAttribute("across") ?? "",
        nameLocation: "middle",
        nameGap: 26,
        nameTextStyle: { color: token(paint, "--ink-soft") },
      },
      yAxis: { ...valueAxis(paint), name: paint.unit ?? "", nameLocation: "end", nameTextStyle: { ...text(paint, true), align: "left" } },
      series: drawn,
    },
  };
}
