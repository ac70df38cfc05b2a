// <lp-chart>: a picture of a table that stands on the same page. It reads the table's own cells, so the two cannot differ.
//   table   id of the table
//   label   text of the picture for who cannot see it
//   unit    unit of the numbers where they are no shares
// The table marks with data-series the columns to draw (their header is the legend) and each number cell with data-value, a share from 0 to 1 or a number of the unit.
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

interface Series {
  name: string;
  colour: string;
  values: (number | null)[];
}

interface Numbers {
  rows: string[];
  series: Series[];
}

// Bars beyond this many are not readable; the table has them all.
const mostRows = 15;

function numbersOf(table: HTMLTableElement): Numbers {
  const columns = [...table.querySelectorAll<HTMLTableCellElement>("thead th")].flatMap((th, i) =>
    th.dataset["series"] ? [{ i, name: th.dataset["series"], colour: th.dataset["colour"] ?? "1" }] : [],
  );
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody tr[data-chart]")].slice(0, mostRows);
  return {
    rows: rows.map((row) => row.dataset["chart"] ?? ""),
    series: columns.map(({ i, name, colour }) => ({
      name,
      colour,
      values: rows.map((row) => {
        const value = row.cells[i]?.dataset["value"];
        return value === undefined || value === "" ? null : Number(value);
      }),
    })),
  };
}

class LpChart extends HTMLElement {
  #chart: EChartsType | null = null;
  #sizes: ResizeObserver | null = null;
  #scheme = window.matchMedia("(prefers-color-scheme: dark)");
  #redraw = (): void => this.#draw();

  connectedCallback(): void {
    const box = document.createElement("div");
    box.className = "canvas";
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", this.getAttribute("label") ?? "");
    this.replaceChildren(box);
    this.#chart = init(box, null, { renderer: "canvas" });
    this.#sizes = new ResizeObserver(() => this.#chart?.resize());
    this.#sizes.observe(box);
    this.#scheme.addEventListener("change", this.#redraw);
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#scheme.removeEventListener("change", this.#redraw);
    this.#sizes?.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  #draw(): void {
    const table = document.getElementById(this.getAttribute("table") ?? "");
    const box = this.querySelector<HTMLElement>(".canvas");
    if (!(table instanceof HTMLTableElement) || !box || !this.#chart) {
      return;
    }
    const numbers = numbersOf(table);
    const style = getComputedStyle(this);
    const token = (name: string): string => style.getPropertyValue(name).trim();
    const unit = this.getAttribute("unit");
    const shown = (value: number, digits: number): string =>
      unit === null ? `${(value * 100).toFixed(digits)} %` : `${value.toLocaleString("en", { maximumFractionDigits: digits })} ${unit}`;
    const text = { color: token("--ink"), fontFamily: style.fontFamily, fontSize: 13 };
    box.style.height = `${64 + numbers.rows.length * (numbers.series.length > 1 ? 34 : 24)}px`;
    this.#chart.resize();
    this.#chart.setOption(
      {
        animation: false,
        textStyle: text,
        grid: { left: 8, right: 56, top: numbers.series.length > 1 ? 36 : 8, bottom: unit === null ? 8 : 28, containLabel: true },
        legend: { show: numbers.series.length > 1, left: 0, top: 0, itemWidth: 12, itemHeight: 12, textStyle: text },
        tooltip: {
          trigger: "axis",
          axisPointer: { type: "shadow" },
          // The policy of the page forbids markup with styles of its own; this kind is drawn on the canvas.
          renderMode: "richText",
          valueFormatter: (value: unknown) => (typeof value === "number" ? shown(value, 1) : "–"),
        },
        xAxis: {
          type: "value",
          axisLabel: { color: token("--ink-soft"), formatter: (value: number) => (unit === null ? `${+(value * 100).toFixed(1)} %` : `${value}`) },
          splitLine: { lineStyle: { color: token("--line") } },
          splitNumber: this.clientWidth < 480 ? 2 : 5,
          name: unit ?? "",
          nameLocation: "middle",
          nameGap: 30,
          nameTextStyle: { color: token("--ink-soft") },
        },
        yAxis: {
          type: "category",
          inverse: true,
          data: numbers.rows,
          axisTick: { show: false },
          axisLine: { lineStyle: { color: token("--line-strong") } },
          axisLabel: { color: token("--ink"), width: Math.min(280, this.clientWidth * 0.4), overflow: "truncate" },
        },
        series: numbers.series.map((series) => ({
          type: "bar",
          name: series.name,
          itemStyle: { color: token(`--series-${series.colour}`) },
          data: series.values,
          barGap: "15%",
          barCategoryGap: "35%",
          label: {
            show: numbers.series.length === 1,
            position: "right",
            color: token("--ink"),
            formatter: ({ value }: { value: unknown }) => (typeof value === "number" ? (unit === null ? shown(value, 1) : value.toFixed(1)) : ""),
          },
        })),
      },
      true,
    );
  }
}

if (!customElements.get("lp-chart")) {
  customElements.define("lp-chart", LpChart);
}
