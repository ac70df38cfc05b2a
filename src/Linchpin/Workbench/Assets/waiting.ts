// A page that stands in for one still being made: this address is asked for as a script asks, which is answered when it is there, and then opened.
export function waitForPage(): void {
  if (document.querySelector("[data-waiting]")) {
    void fetch(location.href, { headers: { "HX-Request": "true" } }).finally(() => location.reload());
  }
}
