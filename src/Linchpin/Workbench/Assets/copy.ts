// The address of the page to the clipboard, and the word that it is there. Browsers have no clipboard for pages of another machine without TLS.
export function listenForCopies(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    const says = button?.parentElement?.querySelector<HTMLElement>("[data-copied]");
    if (button && says) {
      void tell(says);
    }
  });
}

async function tell(says: HTMLElement): Promise<void> {
  let done = false;
  try {
    await navigator.clipboard.writeText(location.href);
    done = true;
  } catch {
    // Refused, or not there at all.
  }
  says.textContent = (done ? says.dataset["copied"] : says.dataset["notCopied"]) ?? "";
}
