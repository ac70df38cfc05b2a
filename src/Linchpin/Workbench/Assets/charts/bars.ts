// Bars: a row a bar, a series a colour. "multiples" draws a panel for each series, all on one scale, so that years compare.
import { countryLook, numbersOf, shown, text, token, tooltip, valueAxis, type Figure, type Paint } from "./figure";

// Bars beyond this many are not readable; the table has them all.
const mostRows = 15;
const mostRowsInPanel = 10;
const mostPanels = 24;

export function bars(table: HTMLTableElement, paint: Paint): Figure {
  const { rows, series } = numbersOf(table, mostRows);
  const single = series.length === 1;
  return {
    height: 64 + rows.length * (single ? 26 : 36),
    option: {
      grid: { left: 8, right: 64, top: single ? 8 : 36, bottom: paint.unit === null ? 8 : 28, containLabel: true },
      legend: { show: !single, left: 0, top: 0, itemWidth: 12, itemHeight: 12, textStyle: text(paint) },
      tooltip: { ...tooltip(paint, "axis"), axisPointer: { type: "shadow" } },
      xAxis: { ...valueAxis(paint), splitNumber: paint.width < 480 ? 2 : 5, name: paint.unit ?? "", nameLocation: "middle", nameGap: 30 },
      yAxis: categories(rows.map((r) => r.name), paint, Math.min(280, paint.width * 0.4)),
      series: series.map((s) => ({
        type: "bar",
        name: s.name,
        itemStyle: { color: token(paint, `--series-${s.colour}`) },
        data: s.values,
        barGap: "15%",
        barCategoryGap: "35%",
        label: { show: single, position: "right", color: token(paint, "--ink"), formatter: ({ value }: { value: unknown }) => shown({ ...paint, unit: paint.unit === null ? null : "" }, value) },
      })),
    },
  };
}

export function multiples(table: HTMLTableElement, paint: Paint): Figure {
  const { rows, series } = numbersOf(table, mostRowsInPanel);
  const panels = series.slice(0, mostPanels);
  const across = Math.max(1, Math.min(panels.length, Math.floor(paint.width / 250)));
  const down = Math.ceil(panels.length / across);
  const high = 34 + rows.length * 20 + 26;
  const wide = 100 / across;
  const most = nice(Math.max(...panels.flatMap((s) => s.values.map((v) => v ?? 0)), 0));
  const least = -nice(-Math.min(...panels.flatMap((s) => s.values.map((v) => v ?? 0)), 0));
  return {
    height: down * high,
    option: {
      title: panels.map((s, i) => ({
        text: s.name,
        left: `${(i % across) * wide}%`,
        top: Math.floor(i / across) * high,
        textStyle: { ...text(paint), fontWeight: 650 },
        padding: [4, 8],
      })),
      tooltip: tooltip(paint, "item"),
      grid: panels.map((_, i) => ({
        left: `${(i % across) * wide + 0.6}%`,
        width: `${wide - 3.5}%`,
        top: Math.floor(i / across) * high + 26,
        height: high - 50,
        containLabel: true,
      })),
      xAxis: panels.map((_, i) => ({ ...valueAxis(paint), gridIndex: i, min: least, max: most, splitNumber: 2 })),
      yAxis: panels.map((_, i) => ({ ...categories(rows.map((r) => r.name), paint, Math.min(130, (paint.width / across) * 0.42)), gridIndex: i })),
      series: panels.map((s, i) => ({
        type: "bar",
        name: s.name,
        xAxisIndex: i,
        yAxisIndex: i,
        barCategoryGap: "30%",
        data: s.values.map((value, r) => {
          const look = countryLook(paint, rows[r]?.country ?? null);
          return { value, itemStyle: rows[r]?.country ? { color: look.colour, decal: look.hatched ? hatch : null } : { color: token(paint, "--series-2") } };
        }),
        label: { show: across < 4 || paint.width / across > 260, position: "right", ...text(paint), fontSize: 11, formatter: ({ value }: { value: unknown }) => shown(paint, value) },
      })),
    },
  };
}

/** The next round number above: one, two or five and zeros. */
function nice(value: number): number {
  if (value <= 0) {
    return 0;
  }
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((step) => step * unit >= value * 1.001) ?? 10);
}

/** Lines across a bar, for countries that share a colour. */
export const hatch = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: "rgba(255,255,255,0.55)" };

export function categories(names: string[], paint: Paint, width: number): Record<string, unknown> {
  return {
    type: "category",
    inverse: true,
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token(paint, "--line-strong") } },
    axisLabel: { color: token(paint, "--ink"), width, overflow: "truncate", interval: 0 },
  };
}
