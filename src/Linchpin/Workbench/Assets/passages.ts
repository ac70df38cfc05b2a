// A passage and the claims it gave light up together, whichever of them is pointed at or has the focus.
export function listenForPassages(): void {
  for (const name of ["pointerover", "focusin"] as const) {
    document.addEventListener(name, (event) => light(event.target));
  }
}

function light(target: EventTarget | null): void {
  if (!(target instanceof Element)) {
    return;
  }
  const mark = target.closest<HTMLElement>("mark[data-notes]");
  const note = target.closest<HTMLElement>("li.note");
  const lit = new Set<Element>(
    mark
      ? [mark, ...(mark.dataset["notes"] ?? "").split(" ").flatMap((id) => document.getElementById(id) ?? [])]
      : note
        ? [note, ...document.querySelectorAll(`mark[data-notes~="${CSS.escape(note.id)}"]`)]
        : [],
  );
  for (const old of document.querySelectorAll(".lit")) {
    old.classList.toggle("lit", lit.has(old));
  }
  for (const one of lit) {
    one.classList.add("lit");
  }
}
