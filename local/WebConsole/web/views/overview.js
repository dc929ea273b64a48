import { Empty, Loading, Page, html, useLive } from '../ui.js';
import { Graph } from '../graph.js';

export default { path: '', title: 'Overview', group: '', component: Overview };

const topics = ['calls', 'events', 'messages', 'queues', 'rejected', 'deployments'];

function Overview() {
  const { data, error } = useLive('map', topics);
  if (!data) return html`<${Page} title="Overview"><${Loading} error=${error} /><//>`;
  return html`
    <${Page} title="Overview"
      lead="What visitors do comes in on the left; the messages that answer it go out on the right. Every box is a deployed resource.">
      <ul class="figures">
        ${data.figures.map(figure => html`
          <li class=${figure.isBad ? 'bad' : ''}><a href=${`#/${figure.view}`}><span
            class="value">${figure.value}</span>${figure.name}</a></li>`)}
      </ul>
      ${data.flows.map(flow => html`
        <section key=${flow.name}>
          <h2>${flow.name}</h2>
          <p class="quiet">${flow.says}</p>
          <${Graph} label=${flow.name} nodes=${flow.nodes.map(shown)} edges=${flow.edges.map(edge => ({
            from: edge.from, to: edge.to, label: edge.count === null ? '' : String(edge.count), title: edge.what, kind: edge.count > 0
              ? 'busy' : '' }))} />
        </section>`)}
      ${data.flows.length === 0 && html`<${Empty} title="Nothing is deployed">Start with <code>dotnet run --project local</code>.<//>`}
    <//>`;
}

const shown = node => ({
  id: node.id,
  label: node.name,
  detail: node.detail ?? undefined,
  kind: node.isBad ? 'bad' : node.isWaiting ? 'warn' : node.isOutside ? 'outside' : '',
  href: node.view ? `#/${node.view}` : undefined,
});
