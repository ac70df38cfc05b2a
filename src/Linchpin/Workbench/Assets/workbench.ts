// What a page does beyond links and forms: partial updates, keys, charts. Every page reads and works without it.
import htmx from "htmx.org";
import { listenForCopies } from "./copy";
import { listenForDrops } from "./drop";
import { followJob } from "./jobs";
import { listenForPassages } from "./passages";
import { openKeys, listenForKeys } from "./keys";
import { listenForSliders } from "./slider";
import { goOn } from "./review";
import { waitForPage } from "./waiting";

// The Content-Security-Policy allows neither inline styles nor code made from strings.
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;
htmx.config.scrollIntoViewOnBoost = false;

// A form whose settings stand in the address: empty ones would only make the link longer.
document.addEventListener("htmx:configRequest", (event) => {
  const parameters = (event as CustomEvent<{ parameters: Record<string, unknown> }>).detail.parameters;
  for (const key of Object.keys(parameters)) {
    if (parameters[key] === "") {
      delete parameters[key];
    }
  }
});

document.addEventListener("formdata", (event) => {
  for (const [key, value] of [...event.formData.entries()]) {
    if (value === "" && (event.target as HTMLFormElement).method === "get") {
      event.formData.delete(key);
    }
  }
});

// A fault comes back as a page of its own; show it rather than nothing.
document.addEventListener("htmx:beforeSwap", (event) => {
  const detail = (event as CustomEvent<{ xhr: XMLHttpRequest; shouldSwap: boolean }>).detail;
  if (detail.xhr.status >= 400) {
    detail.shouldSwap = true;
  }
});

async function drawCharts(): Promise<void> {
  const chart = document.querySelector<HTMLElement>("lp-chart[data-module]");
  if (chart?.dataset["module"]) {
    await import(new URL(chart.dataset["module"], location.href).href);
  }
}

// The browser's own search for the part of a page that a link names opens what is folded around it.
function openTarget(): void {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  for (let at = target?.parentElement; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) {
      at.open = true;
    }
  }
  if (target) {
    target.scrollIntoView({ block: "center" });
  }
}

function start(): void {
  listenForKeys();
  listenForSliders();
  listenForDrops();
  listenForCopies();
  listenForPassages();
  document.querySelector("[data-keys]")?.addEventListener("click", (event) => {
    event.preventDefault();
    openKeys();
  });
  document.addEventListener("htmx:afterSettle", () => {
    void drawCharts();
    followJob();
    goOn();
  });
  window.addEventListener("hashchange", openTarget);
  document.documentElement.classList.add("scripted");
  void drawCharts();
  followJob();
  openTarget();
  waitForPage();
}

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start);
} else {
  start();
}
