import { judge } from "./review";

// Keys: "/" goes to the search box, "g" and a letter to a page, "?" lists them. The letters stand on the links of the page itself.

// After "g" the next key is taken for a page, however late it comes; one that names none does what it does anyway.
let waiting = false;

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}

export function openKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#keys");
  if (dialog && !dialog.open) {
    dialog.showModal();
  }
}

export function listenForKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    if (waiting) {
      waiting = false;
      const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(event.key)}"]`);
      if (link) {
        event.preventDefault();
        link.click();
        return;
      }
    }
    switch (event.key) {
      case "/": {
        const box = document.querySelector<HTMLInputElement>("header input[type=search]");
        if (box) {
          event.preventDefault();
          box.focus();
          box.select();
        }
        break;
      }
      case "?":
        event.preventDefault();
        openKeys();
        break;
      case "g":
        waiting = true;
        break;
      case "j":
      case "k":
        step(event.key === "j" ? 1 : -1, event);
        break;
      default:
        if (/^[a-z]$/.test(event.key) && judge(event.key)) {
          event.preventDefault();
        }
    }
  });
}

// Moves through the rows, cards or passages of a list.
function step(by: 1 | -1, event: Event): void {
  const stops = [...document.querySelectorAll<HTMLElement>("main [data-stop]")];
  if (stops.length === 0) {
    return;
  }
  event.preventDefault();
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.min(stops.length - 1, Math.max(0, at + by))];
  const focus = next?.matches("a, button") ? next : next?.querySelector<HTMLElement>("a, button, summary");
  focus?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
