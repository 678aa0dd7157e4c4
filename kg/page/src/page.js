// The interactive page: draws the graph that stands in the document, finds, filters, and opens the quotes of an edge.
import { MultiDirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";
import { EdgeArrowProgram } from "sigma/rendering";

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const graph = new MultiDirectedGraph();
const state = { types: new Set(), statuses: new Set(), since: "", until: "", found: null, hovered: null };

for (const node of data.nodes) graph.addNode(node.id, { ...node.about, label: node.label, kind: node.type, x: node.x, y: node.y, size: node.size, color: node.color });
data.edges.forEach((edge, number) => graph.addEdgeWithKey(String(number), edge.source, edge.target, { ...edge.about, label: edge.kind, color: edge.color, status: edge.status, size: 1 + Math.log2(edge.about.weight || 1) }));
if (data.loose) forceAtlas2.assign(graph, { iterations: graph.order > 2000 ? 60 : 120, settings: { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true } });

const inTime = (about) => {
  if (!state.since && !state.until) return true;
  if (!about.first && !about.last) return false;
  return (!state.since || (about.last || about.first) >= state.since) && (!state.until || (about.first || about.last) <= state.until);
};
const nodeShown = (id) => !state.types.has(graph.getNodeAttribute(id, "kind"));
const edgeShown = (id) => !state.statuses.has(graph.getEdgeAttribute(id, "status")) && inTime(graph.getEdgeAttributes(id)) && graph.extremities(id).every(nodeShown);
const near = (id) => state.found && (id === state.found || graph.areNeighbors(id, state.found));

const picture = new Sigma(graph, byId("picture"), {
  enableEdgeEvents: true,
  renderEdgeLabels: graph.size <= 300,
  defaultEdgeType: "arrow",
  edgeProgramClasses: { arrow: EdgeArrowProgram },
  labelRenderedSizeThreshold: graph.order > 300 ? 9 : 4,
  hideEdgesOnMove: graph.size > 5000,
  zIndex: true,
  nodeReducer: (id, about) => {
    if (!nodeShown(id)) return { ...about, hidden: true };
    if (!state.found || near(id)) return { ...about, zIndex: 1, highlighted: id === state.found, forceLabel: Boolean(state.found) && (id === state.found || graph.degree(state.found) < 40) };
    return { ...about, color: "#eceff1", label: "", zIndex: 0 };
  },
  edgeReducer: (id, about) => {
    if (!edgeShown(id)) return { ...about, hidden: true };
    if (id === state.hovered) return { ...about, color: "#111111", size: 3, forceLabel: true };
    return { ...about, hidden: Boolean(state.found) && !graph.hasExtremity(id, state.found) };
  },
});

const element = (name, text, parent, made = document.createElement(name)) => {
  if (text) made.textContent = text;
  if (parent) parent.append(made);
  return made;
};
const safe = (url) => /^https?:\/\//i.test(url || "");
const days = (about) => [...new Set([about.first, about.last].filter(Boolean))].join(" – ");

function openEdge(id) {
  const about = graph.getEdgeAttributes(id);
  const [source, target] = graph.extremities(id).map((end) => graph.getNodeAttribute(end, "label"));
  const panel = cleared();
  element("h2", `${source} → ${target}`, panel);
  element("p", [about.label, days(about), about.stage, about.amount, about.about, about.according_to && `according to ${about.according_to}`].filter(Boolean).join(" · "), panel);
  quotes(about.facts, panel);
}

function openNode(id) {
  state.found = id;
  const about = graph.getNodeAttributes(id);
  const panel = cleared();
  element("h2", about.label, panel);
  element("p", [about.kind, days(about), about.stage, about.amount, about.about].filter(Boolean).join(" · "), panel);
  if (about.facts) quotes(about.facts, panel);
  const list = element("ul", "", panel);
  for (const edge of graph.edges(id).filter(edgeShown)) {
    const [source, target] = graph.extremities(edge).map((end) => graph.getNodeAttribute(end, "label"));
    const button = element("button", `${source} → ${graph.getEdgeAttribute(edge, "label")} → ${target}`, element("li", "", list));
    button.addEventListener("click", () => openEdge(edge));
  }
  picture.refresh({ skipIndexation: true });
}

function quotes(facts, panel) {
  for (const fact of (facts || "").split(" ").filter(Boolean)) {
    for (const proof of data.proofs[fact] || []) {
      const quote = element("blockquote", proof.quote, panel);
      const line = element("p", `${proof.status} · ${fact} · rule ${proof.rule} · `, quote);
      const source = element(safe(proof.url) ? "a" : "span", [proof.title, proof.publisher, proof.date].filter(Boolean).join(", "), line);
      if (safe(proof.url)) Object.assign(source, { href: proof.url, rel: "noopener noreferrer", target: "_blank" });
    }
  }
}

function cleared() {
  const panel = byId("panel");
  panel.replaceChildren();
  panel.hidden = false;
  return panel;
}

function find(words) {
  const wanted = words.trim().toLowerCase();
  const hits = wanted ? graph.filterNodes((id, about) => nodeShown(id) && about.label.toLowerCase().includes(wanted)) : [];
  hits.sort((a, b) => graph.degree(b) - graph.degree(a));
  const list = byId("hits");
  list.replaceChildren();
  for (const id of hits.slice(0, 12)) {
    const button = element("button", graph.getNodeAttribute(id, "label"), element("li", "", list));
    button.addEventListener("click", () => { show(id); list.replaceChildren(); });
  }
}

function show(id) {
  openNode(id);
  const { x, y } = picture.getNodeDisplayData(id);
  picture.getCamera().animate({ x, y, ratio: Math.min(0.5, 12 / Math.sqrt(graph.order)) }, { duration: 300 });
}

function boxes(id, counts, colours, hiddenOnes) {
  for (const [name, count] of Object.entries(counts).sort()) {
    const label = element("label", "", byId(id));
    const box = Object.assign(element("input", "", label), { type: "checkbox", checked: true, value: name });
    const mark = element("i", "", label);
    mark.style.background = colours[name] || "#999999";
    element("span", `${name} (${count})`, label);
    box.addEventListener("change", () => { box.checked ? hiddenOnes.delete(name) : hiddenOnes.add(name); refresh(); });
  }
}

function refresh() {
  picture.refresh({ skipIndexation: true });
  byId("count").textContent = `${graph.filterNodes(nodeShown).length} nodes, ${graph.filterEdges(edgeShown).length} edges`;
}

const types = {}, statuses = {}, colours = {};
graph.forEachNode((id, about) => { types[about.kind] = (types[about.kind] || 0) + 1; colours[about.kind] = about.color; });
graph.forEachEdge((id, about) => { statuses[about.status] = (statuses[about.status] || 0) + 1; });
boxes("types", types, colours, state.types);
boxes("statuses", statuses, {}, state.statuses);

byId("search").addEventListener("input", (event) => find(event.target.value));
byId("search").addEventListener("keydown", (event) => { if (event.key === "Enter") byId("hits").querySelector("button")?.click(); });
for (const name of ["since", "until"]) byId(name).addEventListener("change", (event) => { state[name] = event.target.value; refresh(); });
picture.on("clickNode", ({ node }) => openNode(node));
picture.on("clickEdge", ({ edge }) => openEdge(edge));
picture.on("clickStage", () => { state.found = null; byId("panel").hidden = true; refresh(); });
picture.on("enterEdge", ({ edge }) => { state.hovered = edge; picture.refresh({ partialGraph: { edges: [edge] }, skipIndexation: true }); });
picture.on("leaveEdge", ({ edge }) => { state.hovered = null; picture.refresh({ partialGraph: { edges: [edge] }, skipIndexation: true }); });
refresh();
document.body.dataset.ready = "yes";
