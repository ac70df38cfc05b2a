// Reviewing by keys: a letter presses the button of the thing in focus, and after it the next thing has the focus.
let place = -1;

const stops = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("main [data-stop]")];

// Whether the letter names a button of the thing in focus, of the first thing, or of the page.
export function judge(letter: string): boolean {
  const all = stops();
  const at = Math.max(0, all.findIndex((stop) => stop.contains(document.activeElement)));
  const button = find(all[at], letter) ?? (letter === "u" ? find(document.body, letter) : undefined);
  if (!button) {
    return false;
  }
  if (button.tagName === "SUMMARY") {
    (button.parentElement as HTMLDetailsElement).open = true;
    button.parentElement?.querySelector("input")?.focus();
  } else {
    place = at;
    button.click();
  }
  return true;
}

// After a part of the page was made anew: on to what stands now where the judged thing stood.
export function goOn(): void {
  if (place >= 0) {
    const all = stops();
    const next = all[Math.min(place, all.length - 1)];
    place = -1;
    next?.querySelector<HTMLElement>("a, button, summary")?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }
}

function find(within: HTMLElement | undefined, letter: string): HTMLElement | undefined {
  return [...(within?.querySelectorAll<HTMLElement>("[data-act]") ?? [])].find((one) => one.dataset["act"]?.split(" ").includes(letter));
}
