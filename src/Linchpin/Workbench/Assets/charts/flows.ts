// Flows: "sankey" through tiers from origin to user, and "network" of who is tied to whom. A row is a flow or tie:
// data-from and data-to name its ends, data-from-name and data-to-name how they are called, data-from-country and data-to-country their colour.
import { countryLook, shown, text, token, tooltip, valueOf, type Figure, type Paint } from "./figure";

interface Tie {
  from: string;
  to: string;
  value: number;
}

interface End {
  id: string;
  name: string;
  country: string | null;
}

function tiesOf(table: HTMLTableElement): { ends: End[]; ties: Tie[] } {
  const ends = new Map<string, End>();
  const ties: Tie[] = [];
  for (const row of table.querySelectorAll<HTMLTableRowElement>("tbody tr[data-from]")) {
    const value = valueOf([...row.cells].find((cell) => cell.dataset["value"] !== undefined));
    const { from = "", to = "" } = row.dataset;
    for (const [id, side] of [
      [from, "from"],
      [to, "to"],
    ] as const) {
      ends.set(id, { id, name: row.dataset[`${side}Name`] ?? id, country: row.dataset[`${side}Country`] ?? null });
    }
    if (value !== null && value > 0) {
      ties.push({ from, to, value });
    }
  }
  return { ends: [...ends.values()], ties };
}

export function sankey(table: HTMLTableElement, paint: Paint): Figure {
  const { ends, ties } = tiesOf(table);
  const used = ends.filter((end) => ties.some((tie) => tie.from === end.id || tie.to === end.id));
  const names = new Map(used.map((end) => [end.id, end.name]));
  const narrow = paint.width < 560;
  return {
    height: Math.max(320, Math.min(640, used.length * 21)),
    option: {
      tooltip: {
        ...tooltip(paint, "item"),
        formatter: (p: { dataType: string; name: string; value: number; data: { source?: string; target?: string } }) =>
          p.dataType === "edge"
            ? `${names.get(p.data.source ?? "") ?? ""} → ${names.get(p.data.target ?? "") ?? ""}: ${shown(paint, p.value, 2)}`
            : `${names.get(p.name) ?? p.name}: ${shown(paint, p.value, 2)}`,
      },
      series: [
        {
          type: "sankey",
          left: 4,
          right: narrow ? 84 : 150,
          top: 10,
          bottom: 10,
          nodeWidth: 12,
          nodeGap: 7,
          draggable: false,
          layoutIterations: 48,
          emphasis: { focus: "adjacency" },
          lineStyle: { color: "source", opacity: 0.38, curveness: 0.5 },
          label: { ...text(paint), fontSize: narrow ? 11 : 12, formatter: (p: { name: string }) => names.get(p.name) ?? p.name, width: narrow ? 80 : 142, overflow: "truncate" },
          data: used.map((end) => ({
            name: end.id,
            itemStyle: { color: end.country === null ? token(paint, "--ink-soft") : countryLook(paint, end.country).colour, borderColor: token(paint, "--sheet") },
          })),
          links: ties.map((tie) => ({ source: tie.from, target: tie.to, value: tie.value })),
        },
      ],
    },
  };
}

/** Countries stand on a circle, always in the order of data-nodes, so that the pictures of two years compare. */
export function network(table: HTMLTableElement, paint: Paint): Figure {
  const { ties, ends } = tiesOf(table);
  const listed = (paint.element.getAttribute("nodes") ?? "").split(";").filter(Boolean).map((n) => {
    const [id = "", name = ""] = n.split("|");
    return { id, name, country: id };
  });
  const nodes = listed.length > 0 ? listed : ends;
  const height = Math.max(320, Math.min(620, paint.width * 0.72));
  const radius = { x: Math.max(60, paint.width / 2 - 112), y: height / 2 - 40 };
  const degree = (id: string): number => ties.filter((tie) => tie.from === id || tie.to === id).length;
  const most = Math.max(1, ...ties.map((tie) => tie.value));
  return {
    height,
    option: {
      tooltip: {
        ...tooltip(paint, "item"),
        formatter: (p: { dataType: string; name: string; value: number; data: { words?: string } }) => p.data.words ?? p.name,
      },
      series: [
        {
          type: "graph",
          layout: "none",
          roam: false,
          left: 108,
          right: 108,
          top: 34,
          bottom: 34,
          emphasis: { focus: "adjacency" },
          label: { show: true, ...text(paint) },
          labelLayout: { hideOverlap: false },
          data: nodes.map((node, i) => {
            const angle = (2 * Math.PI * i) / nodes.length - Math.PI / 2;
            const ties = degree(node.id);
            return {
              id: node.id,
              name: node.name,
              x: Math.cos(angle) * radius.x,
              y: Math.sin(angle) * radius.y,
              symbolSize: 9 + Math.min(26, ties * 3),
              words: `${node.name}: ${ties}`,
              itemStyle: { color: ties === 0 ? token(paint, "--line-strong") : countryLook(paint, node.country).colour, opacity: ties === 0 ? 0.5 : 1, borderColor: token(paint, "--sheet"), borderWidth: 2 },
              label: { position: Math.cos(angle) > 0.3 ? "right" : Math.cos(angle) < -0.3 ? "left" : Math.sin(angle) < 0 ? "top" : "bottom", color: token(paint, ties === 0 ? "--ink-soft" : "--ink") },
            };
          }),
          links: ties.map((tie) => ({
            source: tie.from,
            target: tie.to,
            words: `${nodes.find((n) => n.id === tie.from)?.name ?? tie.from} – ${nodes.find((n) => n.id === tie.to)?.name ?? tie.to}: ${tie.value}`,
            lineStyle: { width: 1 + (4 * tie.value) / most, color: token(paint, "--series-1"), opacity: 0.5, curveness: 0.12 },
          })),
        },
      ],
    },
  };
}
