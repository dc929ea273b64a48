import { Empty, Field, Loading, Page, Table, Time, html, useLive, useState } from '../ui.js';

export default { path: 'logs', title: 'Logs', group: 'Inside', component: LogLines };

function LogLines({ parts }) {
  const groups = useLive('logs/groups', ['deployments']);
  const [query, setQuery] = useState('');
  const names = groups.data ?? [];
  const at = parts[0] ?? names[0];
  const lines = useLive(at ? `logs/lines?group=${encodeURIComponent(at)}&limit=200&search=${encodeURIComponent(query)}` : null, ['logs']);
  return html`
    <${Page} title="Logs"
      lead="What functions, gateways and services logged, by log group. No line holds an address or any value of a visitor.">
      ${!groups.data ? html`<${Loading} error=${groups.error} />` : html`
        <div class="columns">
          <${Field} label="Log group">
            ${input => html`<select ...${input}
              onChange=${event => { location.hash = `#/logs/${encodeURIComponent(event.target.value)}`; }}>
              ${names.map(name => html`<option value=${name} selected=${name === at}>${name}</option>`)}</select>`}
          <//>
          <${Field} label="Search">
            ${input => html`<input ...${input} type="search" value=${query} onInput=${event => setQuery(event.target.value)} />`}
          <//>
        </div>
        ${lines.data ? html`
          <${Table} caption=${`Lines of ${at}, the latest first`} rows=${lines.data.toReversed()}
            empty=${html`<${Empty} title="No line">Nothing was logged here ${query ? 'with that in it' : 'yet'}.<//>`}
            columns=${[
              { name: 'When', cell: line => html`<${Time} at=${line.at} />` },
              { name: 'Line', className: 'long', cell: line => html`<code>${line.text}</code>` },
            ]} />` : html`<${Loading} error=${lines.error} />`}`}
    <//>`;
}
