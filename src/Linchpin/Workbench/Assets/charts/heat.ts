// Heat cells: a row and a column of the table a cell of the picture, darker where the number is larger. What is not known stays empty.
import { numbersOf, shown, text, token, tooltip, type Figure, type Paint } from "./figure";
import { categories } from "./bars";

const mostRows = 40;

export function heat(table: HTMLTableElement, paint: Paint): Figure {
  const { rows, series } = numbersOf(table, mostRows);
  const most = Math.max(1e-12, ...series.flatMap((s) => s.values.map((v) => Math.abs(v ?? 0))));
  const cell = Math.max(34, Math.min(90, (paint.width - 190) / Math.max(1, series.length)));
  return {
    height: 60 + rows.length * 24,
    option: {
      // Few columns make a small picture, not wide cells.
      grid: { left: 8, width: Math.min(paint.width - 16, 190 + series.length * 90), top: 32, bottom: 8, containLabel: true },
      tooltip: {
        ...tooltip(paint, "item"),
        formatter: (p: { value: [number, number, number] }) => `${rows[p.value[1]]?.name ?? ""}, ${series[p.value[0]]?.name ?? ""}: ${shown(paint, p.value[2], 2)}`,
      },
      xAxis: { type: "category", position: "top", data: series.map((s) => s.name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: token(paint, "--ink"), interval: 0, width: cell, overflow: "truncate" } },
      yAxis: { ...categories(rows.map((r) => r.name), paint, 170), axisLine: { show: false } },
      series: [
        {
          type: "heatmap",
          data: series.flatMap((s, x) =>
            s.values.flatMap((value, y) =>
              value === null
                ? []
                : [
                    {
                      value: [x, y, value],
                      // The colour thinned over the paper, never so far that the number on it is hard to read: the same in print, in the dark and in the light.
                      itemStyle: { color: thinned(token(paint, value < 0 ? "--series-1" : "--series-2"), 0.06 + 0.4 * Math.sqrt(Math.abs(value) / most)), borderColor: token(paint, "--sheet"), borderWidth: 2 },
                    },
                  ],
            ),
          ),
          label: { show: cell > 44, ...text(paint), fontSize: 11, formatter: (p: { value: [number, number, number] }) => shown({ ...paint, unit: paint.unit === null ? null : "" }, p.value[2]) },
        },
      ],
    },
  };
}

/** A colour of six hexadecimal digits with a part of its strength. */
function thinned(colour: string, part: number): string {
  return colour + Math.round(part * 255).toString(16).padStart(2, "0");
}
