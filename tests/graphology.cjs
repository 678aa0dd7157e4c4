// Reads a GEXF or GraphML file with graphology and prints what it found: node graphology.cjs FORMAT FILE
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const need = createRequire(process.cwd() + "/");
const { MultiDirectedGraph } = need("graphology");
const parse = { gexf: need("graphology-gexf"), graphml: need("graphology-graphml") }[process.argv[2]].parse;
const graph = parse(MultiDirectedGraph, readFileSync(process.argv[3], "utf8"), { addMissingNodes: false, allowUndeclaredAttributes: true });
const nodes = graph.mapNodes((id, about) => [id, about]);
const edges = graph.mapEdges((id, about, source, target) => [source, target, about]);
console.log(JSON.stringify({ nodes, edges }));
