// <lp-chart>: a picture of a table that stands on the same page. It reads the table's own cells, so the two cannot differ.
//   table            id of the table
//   kind             bars (where nothing is said), multiples, bands, sankey, network or heat
//   label            text of the picture for who cannot see it
//   unit             unit of the numbers where they are no shares
//   source, handling what stands under the picture when it is kept as a file
// The table marks with data-series the columns to draw (their header is the legend), with data-chart the rows, and each number cell with data-value,
// a share from 0 to 1 or a number of the unit. What each kind reads besides stands at the head of its file in charts/.
import { BarChart, GraphChart, HeatmapChart, LineChart, SankeyChart } from "echarts/charts";
import { AriaComponent, GraphicComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import { bars, multiples } from "./charts/bars";
import { bands } from "./charts/bands";
import { text, type Figure, type Paint } from "./charts/figure";
import { pngOf, svgOf, wordsOf } from "./charts/file";
import { network, sankey } from "./charts/flows";
import { heat } from "./charts/heat";

use([
  BarChart, GraphChart, HeatmapChart, LineChart, SankeyChart,
  AriaComponent, GraphicComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent,
  LabelLayout, CanvasRenderer, SVGRenderer,
]);

const kinds: Record<string, (table: HTMLTableElement, paint: Paint) => Figure> = { bars, multiples, bands, sankey, network, heat };

class LpChart extends HTMLElement {
  #chart: EChartsType | null = null;
  #sizes: ResizeObserver | null = null;
  #width = 0;
  #scheme = window.matchMedia("(prefers-color-scheme: dark)");
  #print = window.matchMedia("print");
  #redraw = (): void => this.#draw();

  connectedCallback(): void {
    const box = document.createElement("div");
    box.className = "canvas";
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", this.getAttribute("label") ?? "");
    this.replaceChildren(box, this.#tools());
    this.#chart = init(box, null, { renderer: "canvas" });
    this.#sizes = new ResizeObserver(() => {
      if (Math.abs(this.clientWidth - this.#width) > 1) {
        this.#draw();
      }
    });
    this.#sizes.observe(this);
    this.#scheme.addEventListener("change", this.#redraw);
    this.#print.addEventListener("change", this.#redraw);
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#scheme.removeEventListener("change", this.#redraw);
    this.#print.removeEventListener("change", this.#redraw);
    this.#sizes?.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  get #table(): HTMLTableElement | null {
    const table = document.getElementById(this.getAttribute("table") ?? "");
    return table instanceof HTMLTableElement ? table : null;
  }

  #paint(): Paint {
    return { width: this.clientWidth, style: getComputedStyle(this), unit: this.getAttribute("unit"), element: this };
  }

  #figure(paint: Paint): Figure | null {
    const kind = kinds[this.getAttribute("kind") ?? "bars"];
    return kind && this.#table ? kind(this.#table, paint) : null;
  }

  #draw(): void {
    const box = this.querySelector<HTMLElement>(".canvas");
    const paint = this.#paint();
    const figure = this.#figure(paint);
    if (!figure || !box || !this.#chart) {
      return;
    }
    this.#width = paint.width;
    box.style.height = `${figure.height}px`;
    this.#chart.resize();
    this.#chart.setOption({ animation: false, textStyle: text(paint), aria: { enabled: false, decal: { show: false } }, ...figure.option }, true);
  }

  // The words of the two buttons are drawn by the style sheet from data-word: a page reads the same with and without scripts.
  #tools(): HTMLElement {
    const tools = document.createElement("div");
    tools.className = "chart-tools no-print";
    for (const form of ["svg", "png"] as const) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.dataset["word"] = form.toUpperCase();
      button.setAttribute("aria-label", (this.getAttribute("keep") ?? "{0}").replace("{0}", form.toUpperCase()));
      button.addEventListener("click", () => void this.#keep(form));
      tools.append(button);
    }
    return tools;
  }

  async #keep(form: "svg" | "png"): Promise<void> {
    const table = this.#table;
    if (!table) {
      return;
    }
    const words = wordsOf(table, this);
    const draw = (paint: Paint): Figure => this.#figure(paint) ?? { height: 0, option: {} };
    const file = form === "svg" ? new Blob([svgOf(draw, this.#paint(), words)], { type: "image/svg+xml" }) : await pngOf(draw, this.#paint(), words);
    if (!file) {
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `linchpin-${table.id}.${form}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

if (!customElements.get("lp-chart")) {
  customElements.define("lp-chart", LpChart);
}
