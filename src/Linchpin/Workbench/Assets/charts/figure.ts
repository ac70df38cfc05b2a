// What every kind of picture is given and gives: the table's cells, the tokens of the page, and the option that draws them.
import type { EChartsCoreOption } from "echarts/core";

/** What a kind draws with: sizes, tokens and the ways to write a number. */
export interface Paint {
  width: number;
  style: CSSStyleDeclaration;
  /** Unit of the numbers; null where they are shares from 0 to 1. */
  unit: string | null;
  /** Attributes of the element, for what is no number. */
  element: HTMLElement;
}

/** A picture: how high it wants to be, and how it is drawn. */
export interface Figure {
  height: number;
  option: EChartsCoreOption;
}

export interface Series {
  name: string;
  colour: string;
  country: string | null;
  part: string;
  values: (number | null)[];
}

export interface Row {
  name: string;
  country: string | null;
  cells: HTMLTableRowElement;
}

/** The columns that are marked with data-series and the rows that are marked with data-chart. */
export function numbersOf(table: HTMLTableElement, most = Infinity): { rows: Row[]; series: Series[] } {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody tr[data-chart]")]
    .slice(0, most)
    .map((cells) => ({ name: cells.dataset["chart"] ?? "", country: cells.dataset["country"] ?? null, cells }));
  const series = [...table.querySelectorAll<HTMLTableCellElement>("thead tr:last-child th")].flatMap((th, i) =>
    th.dataset["series"]
      ? [
          {
            name: th.dataset["series"],
            colour: th.dataset["colour"] ?? "1",
            country: th.dataset["country"] ?? null,
            part: th.dataset["part"] ?? "mid",
            values: rows.map((row) => valueOf(row.cells.cells[i])),
          },
        ]
      : [],
  );
  return { rows, series };
}

/** A cell's number; null where the table has a mark for what is not known. */
export function valueOf(cell: HTMLTableCellElement | undefined): number | null {
  const value = cell?.dataset["value"];
  return value === undefined || value === "" ? null : Number(value);
}

export function token(paint: Paint, name: string): string {
  return paint.style.getPropertyValue(name).trim();
}

// Countries without a colour of their own share the last ones of the palette, told apart by dashes and hatching.
const dashes = ["solid", [7, 4], [2, 3], [9, 3, 2, 3]] as const;

/** The fixed colour of a country, and the dash and hatch that go with it: the same on every page. */
export function countryLook(paint: Paint, code: string | null): { colour: string; dash: "solid" | number[]; hatched: boolean } {
  const own = code ? token(paint, `--country-${code.toLowerCase()}`) : "";
  if (own) {
    return { colour: own, dash: "solid", hatched: false };
  }
  const place = [...(code ?? "")].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return { colour: token(paint, `--country-other-${(place % 3) + 1}`), dash: [...(dashes[1 + (place % 3)] as readonly number[])], hatched: true };
}

/** The page's fonts; quoted once only, as a font stands in quotes itself when a picture is kept as SVG. */
export function font(paint: Paint): string {
  return paint.style.fontFamily.replaceAll('"', "'");
}

export function text(paint: Paint, soft = false): { color: string; fontFamily: string; fontSize: number } {
  return { color: token(paint, soft ? "--ink-soft" : "--ink"), fontFamily: font(paint), fontSize: 13 };
}

/** A number as the picture writes it, with its unit. */
export function shown(paint: Paint, value: unknown, digits = 1): string {
  return typeof value !== "number" ? "–" : paint.unit === null ? `${(value * 100).toFixed(digits)} %` : `${short(value, digits)} ${paint.unit}`;
}

/** A number on an axis. */
export function tick(paint: Paint, value: number): string {
  return paint.unit === null ? `${+(value * 100).toFixed(2)} %` : short(value, 2);
}

function short(value: number, digits: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: Math.abs(value) < 1 ? digits + 2 : digits }).replace("-", "−");
}

/** What stands when the pointer rests on something; drawn on the canvas, as the page's policy forbids markup with styles of its own. */
export function tooltip(paint: Paint, trigger: "axis" | "item"): Record<string, unknown> {
  return {
    trigger,
    renderMode: "richText",
    backgroundColor: token(paint, "--sheet"),
    borderColor: token(paint, "--line-strong"),
    textStyle: text(paint),
    confine: true,
    valueFormatter: (value: unknown) => shown(paint, value, 2),
  };
}

export function valueAxis(paint: Paint): Record<string, unknown> {
  return {
    type: "value",
    axisLabel: { color: token(paint, "--ink-soft"), formatter: (value: number) => tick(paint, value), hideOverlap: true },
    splitLine: { lineStyle: { color: token(paint, "--line") } },
    axisLine: { lineStyle: { color: token(paint, "--line-strong") } },
    nameTextStyle: { color: token(paint, "--ink-soft") },
  };
}
