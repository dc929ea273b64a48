import { Empty, Field, Json, Loading, Page, Table, html, useLive, useState } from '../ui.js';

export default { path: 'stack', title: 'Stack', group: 'Inside', component: Stack };

function Stack({ parts }) {
  const resources = useLive('resources', ['deployments']);
  const outputs = useLive('outputs', ['deployments']);
  const [query, setQuery] = useState('');
  if (!resources.data) return html`<${Page} title="Stack"><${Loading} error=${resources.error} /><//>`;
  const addressOf = resource => `#/stack/${encodeURIComponent(resource.type)}/${encodeURIComponent(resource.name)}`;
  if (parts.length === 2) {
    return html`<${Resource} resource=${resources.data.find(each => each.type === parts[0] && each.name === parts[1])} />`;
  }
  const wanted = query.toLowerCase();
  const shown = resources.data.filter(each => `${each.type} ${each.name} ${each.id}`.toLowerCase().includes(wanted));
  return html`
    <${Page} title="Stack" lead="Every resource that the stack's program declared, with its inputs. Secrets are left out.">
      <h2>Outputs</h2>
      <${Table} caption="Outputs" rows=${Object.entries(outputs.data ?? {}).filter(([, value]) => value !== null)} columns=${[
        { name: 'Output', cell: ([name]) => name },
        { name: 'Value', className: 'long', cell: ([, value]) => html`<code>${typeof value === 'string' ? value
          : JSON.stringify(value)}</code>` },
      ]} />
      <h2>Resources</h2>
      <${Field} label="Search" hint=${`${shown.length} of ${resources.data.length} resources`}>
        ${input => html`<input ...${input} type="search" value=${query} onInput=${event => setQuery(event.target.value)} />`}
      <//>
      <${Table} caption="Resources" rows=${shown} rowKey=${each => each.type + each.name} href=${addressOf}
        empty=${html`<${Empty} title="No resource">No resource has that in its name, type or id.<//>`}
        columns=${[
          { name: 'Name', cell: each => each.name },
          { name: 'Type', cell: each => each.type },
          { name: 'Id', className: 'long', cell: each => each.id ?? '' },
        ]} />
    <//>`;
}

function Resource({ resource }) {
  if (!resource) return html`<${Page} title="Stack"><${Empty} title="No such resource"><a href="#/stack">All resources</a><//><//>`;
  return html`
    <${Page} title=${resource.name} lead=${resource.type}>
      <p><a href="#/stack">All resources</a></p>
      <p class="quiet">${resource.id}</p>
      ${Object.entries(resource.inputs).map(([name, value]) => html`
        <h2>${name}</h2>
        <${Json} label=${name} of=${unfolded(value)} />`)}
    <//>`;
}

// Policies and API documents are JSON within a text: they are for reading, too.
function unfolded(value) {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
