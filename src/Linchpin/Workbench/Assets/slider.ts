// A slider says its number while it is moved; the figures come from the server.
export function listenForSliders(): void {
  document.addEventListener("input", (event) => {
    const slider = event.target;
    if (slider instanceof HTMLInputElement && slider.dataset["slides"] !== undefined) {
      const said = document.querySelector<HTMLOutputElement>(`output[for="${CSS.escape(slider.id)}"]`);
      if (said) {
        said.textContent = slider.value;
      }
    }
  });
}
