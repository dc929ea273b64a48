// Boxes and arrows: laid out by dagre, drawn as SVG, walked by keyboard.
import { graphlib, layout } from './vendor/dagre.js';
import { html, useMemo } from './ui.js';

const CharacterWidth = 7.4;
const LineHeight = 18;

/**
 * nodes: id, label, detail (second line), kind (class), href; edges: from, to, label, title (told on pointing), kind. Direction is LR
 * or TB.
 * The picture is an image with a name; its boxes are links, in the order given.
 */
export function Graph({ label, nodes, edges, direction = 'LR' }) {
  const shape = nodes.map(node => `${node.id}|${node.label}|${node.detail ? 1 : 0}`).join() + edges.map(edge =>
    `${edge.from}>${edge.to}`).join();
  const places = useMemo(() => arrange(nodes, edges, direction), [shape, direction]);
  return html`
    <div class="scroll graph" tabindex="0" role="region" aria-label=${label}>
      <svg style=${sized(places)} viewBox=${`0 0 ${places.width} ${places.height}`} role="group" aria-label=${label}>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0 0 8 4 0 8z" class="arrow-head" />
          </marker>
        </defs>
        ${edges.map((edge, index) => html`<${Arrow} key=${`${edge.from}>${edge.to}:${index}`} edge=${edge}
          points=${places.edges[index]} />`)}
        ${nodes.map(node => html`<${Box} key=${node.id} node=${node} place=${places.nodes[node.id]} />`)}
      </svg>
    </div>`;
}

// As wide as the page, but never so small that nobody can read it: then it is scrolled.
const sized = ({ width, height }) => ({ width: '100%', maxWidth: `${width}px`, minWidth: `${Math.round(width * 0.7)}px`,
  aspectRatio: `${width} / ${height}` });

function arrange(nodes, edges, direction) {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, nodesep: 16, ranksep: 28, edgesep: 12, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) {
    const width = Math.max(96, Math.max(node.label.length, (node.detail ?? '').length) * CharacterWidth + 24);
    graph.setNode(node.id, { width, height: node.detail === undefined ? 34 : 52 });
  }
  edges.forEach((edge, index) => graph.setEdge(
    edge.from, edge.to, { width: (edge.label ?? '').length * 6.6 + 8, height: LineHeight, labelpos: 'c' }, String(index)));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.max(1, Math.ceil(width)),
    height: Math.max(1, Math.ceil(height)),
    nodes: Object.fromEntries(nodes.map(node => [node.id, graph.node(node.id)])),
    edges: edges.map((edge, index) => graph.edge(edge.from, edge.to, String(index))),
  };
}

function Box({ node, place }) {
  const [x, y] = [place.x - place.width / 2, place.y - place.height / 2];
  const twoLines = node.detail !== undefined;
  const drawn = html`
    <rect x=${x} y=${y} width=${place.width} height=${place.height} rx="6" />
    <text x=${place.x} y=${place.y + (twoLines ? -4 : 5)} text-anchor="middle">${node.label}</text>
    ${twoLines && html`<text x=${place.x} y=${place.y + 15} text-anchor="middle" class="detail">${node.detail}</text>`}`;
  const kind = `node ${node.kind ?? ''}`;
  return node.href ? html`<a href=${node.href} class=${kind}>${drawn}</a>` : html`<g class=${kind}>${drawn}</g>`;
}

function Arrow({ edge, points }) {
  const path = points.points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('');
  return html`
    <g class=${`edge ${edge.kind ?? ''}`}>
      ${edge.title && html`<title>${edge.title}</title>`}
      <path d=${path} marker-end="url(#arrow)" />
      ${edge.label && html`<text x=${points.x} y=${points.y + 4} text-anchor="middle">${edge.label}</text>`}
    </g>`;
}
