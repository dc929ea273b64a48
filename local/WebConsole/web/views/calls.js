import { Badge, Empty, Field, Loading, Page, Table, Time, html, useLive, useState } from '../ui.js';

export default { path: 'calls', title: 'AWS calls', group: 'Inside', component: Calls };

function Calls() {
  const [query, setQuery] = useState('');
  const { data, error } = useLive(`calls?limit=200&search=${encodeURIComponent(query)}`, ['calls']);
  return html`
    <${Page} title="AWS calls"
      lead="What the functions asked of AWS, as which role, and whether a policy's statement allowed it. The latest 10,000 are kept.">
      <${Field} label="Search" hint="Part of a principal, service, operation or error; at most the latest 200 are shown.">
        ${input => html`<input ...${input} type="search" value=${query} onInput=${event => setQuery(event.target.value)} />`}
      <//>
      ${!data ? html`<${Loading} error=${error} />` : html`
        <${Table} caption="AWS calls, the latest first" rows=${data.toReversed()} isBad=${call => call.status >= 400 || call.status === 0}
          empty=${html`<${Empty} title="No call">No call ${query ? 'has that in it' : 'was made yet: record an event first'}.<//>`}
          columns=${[
            { name: 'When', cell: call => html`<${Time} at=${call.at} />` },
            { name: 'Call', cell: call => `${call.service} ${call.operation}` },
            { name: 'As', className: 'long', cell: call => call.principal },
            { name: 'Answer', cell: call => html`${call.status || 'none'} ${call.error}` },
            { name: 'Allowed', cell: call => call.allowed ? 'yes' : html`<${Badge} kind="bad">denied<//> ${call.denial}` },
            { name: 'Fault', cell: call => call.fault && html`<${Badge} kind="warn">${call.fault}<//>` },
          ]} />`}
    <//>`;
}
