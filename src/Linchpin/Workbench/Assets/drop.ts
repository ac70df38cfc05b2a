// Files dropped on the page go into the form's own file input, so that a drop, a choice and a whole folder are sent alike. The form works without it.
const mostFiles = 1000;

export function listenForDrops(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-drop]");
  const input = form?.querySelector<HTMLInputElement>("input[type=file]:not([webkitdirectory])");
  if (!form || !input) {
    return;
  }
  const area = form.querySelector<HTMLElement>(".drop") ?? form;
  for (const name of ["dragenter", "dragover"] as const) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      area.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      area.classList.remove("over");
    }
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    if (event.dataTransfer) {
      void take(form, input, event.dataTransfer);
    }
  });
  form.addEventListener("change", () => show(form));
  form.addEventListener("submit", () => {
    const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
    if (button && form.dataset["busy"]) {
      button.textContent = form.dataset["busy"];
    }
  });
}

async function take(form: HTMLFormElement, input: HTMLInputElement, dropped: DataTransfer): Promise<void> {
  // The entries must be asked for before anything is awaited: the browser empties the list after the event.
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile()).filter((entry) => entry !== null);
  const all = new DataTransfer();
  for (const file of input.files ?? []) {
    all.items.add(file);
  }
  for (const entry of entries) {
    if (entry instanceof File) {
      all.items.add(entry);
    } else {
      await walk(entry, all);
    }
  }
  input.files = all.files;
  show(form);
}

async function walk(entry: FileSystemEntry, all: DataTransfer): Promise<void> {
  if (all.files.length >= mostFiles) {
    return;
  }
  if (entry.isFile) {
    all.items.add(await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader hands a folder out in parts until it has no more.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (part.length === 0) {
      return;
    }
    for (const below of part) {
      await walk(below, all);
    }
  }
}

function show(form: HTMLFormElement): void {
  const files = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].flatMap((input) => [...(input.files ?? [])]);
  const list = form.querySelector<HTMLElement>(".chosen-files");
  list?.replaceChildren(
    ...files.slice(0, 50).map((file) => {
      const item = document.createElement("li");
      item.textContent = `${file.name} · ${size(file.size)}`;
      return item;
    }),
    ...(files.length > 50 ? [Object.assign(document.createElement("li"), { textContent: `+ ${files.length - 50}` })] : []),
  );
  const tooLarge =
    files.some((file) => file.size > Number(form.dataset["mostFile"])) || files.reduce((sum, file) => sum + file.size, 0) > Number(form.dataset["most"]);
  const fault = form.querySelector<HTMLElement>(".drop-fault");
  if (fault) {
    fault.textContent = tooLarge ? (form.dataset["tooLarge"] ?? "") : "";
  }
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (button) {
    button.disabled = tooLarge;
  }
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${(bytes / 1024).toFixed(0)} KiB` : `${(bytes / 1048576).toFixed(1)} MiB`;
}
