// Follows a job by server-sent events: whenever it has changed, its part of the page is asked for anew. Without scripts the page looks again by itself.
import htmx from "htmx.org";

let stream: EventSource | undefined;

export function followJob(): void {
  const job = document.querySelector<HTMLElement>("#job");
  const address = job?.dataset["events"];
  if (!address) {
    stream?.close();
    stream = undefined;
    return;
  }
  if (stream) {
    return;
  }
  const source = new EventSource(address);
  stream = source;
  let first = true;
  source.addEventListener("progress", () => {
    // The first event tells what the page was just made from.
    if (!first) {
      void look();
    }
    first = false;
  });
  source.addEventListener("over", () => {
    source.close();
    stream = undefined;
    void look();
  });
}

async function look(): Promise<void> {
  await htmx.ajax("get", location.pathname + location.search, { target: "#job", select: "#job", swap: "outerHTML" });
}
