// Search in a public edition: looks through the index that a script beside the page has set. It asks nothing of anybody.
type Entry = readonly [file: string, title: string, kind: string, ...texts: string[]];

const most = 100;
const index = (window as unknown as { linchpinIndex?: Entry[] }).linchpinIndex ?? [];
const field = document.querySelector<HTMLInputElement>("#edition-q");
const told = document.querySelector<HTMLElement>("#edition-status");
const found = document.querySelector<HTMLElement>("#edition-found");
const [count = "", none = "", ask = ""] = (document.querySelector("#edition-says")?.textContent ?? "").split("|");

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
const looked = index.map((entry) => ({ entry, title: plain(entry[1]), all: plain(entry.slice(1).join("\n")) }));

function marked(text: string, words: string[]): (Node | string)[] {
  const lower = text.toLowerCase();
  const parts: (Node | string)[] = [];
  for (let at = 0; at < text.length; ) {
    const next = words.map((word) => [lower.indexOf(word, at), word.length] as const).filter(([start]) => start >= 0).sort((a, b) => a[0] - b[0])[0];
    if (!next) {
      parts.push(text.slice(at));
      break;
    }
    const mark = document.createElement("mark");
    mark.textContent = text.slice(next[0], next[0] + next[1]);
    parts.push(text.slice(at, next[0]), mark);
    at = next[0] + next[1];
  }
  return parts;
}

function excerpt(entry: Entry, words: string[]): string | undefined {
  // The text with the most of the words, and of such the longest: a passage says more than a name.
  const score = (t: string): number => words.filter((word) => plain(t).includes(word)).length * 1e6 + t.length;
  const text = entry.slice(3).filter((t) => words.some((word) => plain(t).includes(word))).sort((a, b) => score(b) - score(a))[0];
  if (text === undefined) return undefined;
  const at = Math.min(...words.map((word) => plain(text).indexOf(word)).filter((start) => start >= 0));
  return (at > 90 ? "…" : "") + text.slice(Math.max(0, at - 90), at + 170) + (text.length > at + 170 ? "…" : "");
}

function card(entry: Entry, words: string[]): HTMLElement {
  const item = document.createElement("li");
  item.className = "card hit";
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = entry[0];
  link.append(...marked(entry[1], words));
  heading.append(link);
  const kind = document.createElement("p");
  kind.className = "meta";
  kind.textContent = entry[2];
  item.append(heading, kind);
  const text = excerpt(entry, words);
  if (text !== undefined) {
    const passage = document.createElement("p");
    passage.className = "excerpt";
    passage.dir = "auto";
    passage.append(...marked(text, words));
    item.append(passage);
  }
  return item;
}

function search(): void {
  if (!field || !told || !found) return;
  const words = plain(field.value).split(/\s+/).filter((word) => word.length > 0);
  const hits = words.length === 0 ? [] : looked.filter((l) => words.every((word) => l.all.includes(word)));
  // Things that are called so come first; else in the order of the index.
  hits.sort((a, b) => Number(words.every((w) => b.title.includes(w))) - Number(words.every((w) => a.title.includes(w))));
  found.replaceChildren(...hits.slice(0, most).map((hit) => card(hit.entry, words)));
  told.textContent = words.length === 0 ? ask : hits.length === 0 ? none : `${count} ${hits.length}${hits.length > most ? ` (${most})` : ""}`;
}

if (field) {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", search);
  field.focus();
  search();
}
