import { Badge, Button, Code, Empty, Facts, Field, Loading, Page, Table, Time, get, html, useAction, useLive, useState } from '../ui.js';
import * as words from '../words.js';

export default { path: 'outbox', title: 'Outbox', group: 'Look', component: Outbox };

function Outbox({ parts, search }) {
  return parts.length > 0 ? html`<${Message} id=${parts[0]} />` : html`<${All} search=${search} />`;
}

const Names = ['search', 'kind', 'name', 'part', 'customer', 'channel', 'day', 'failed'];

function All({ search }) {
  const origins = useLive('outbox/origins', ['messages', 'deployments']);
  const wanted = Object.fromEntries(Names.map(name => [name, search.get(name) ?? '']));
  const set = changes => { location.hash = addressOf({ ...wanted, ...changes }); };
  return html`
    <${Page} title="Outbox" lead="Every message that was sent, as its reader sees it. Nothing leaves this machine.">
      <${Filter} wanted=${wanted} origins=${origins.data ?? []} set=${set} />
      <${Messages} key=${JSON.stringify(wanted)} wanted=${wanted} />
    <//>`;
}

function Filter({ wanted, origins, set }) {
  const at = origins.findIndex(({ origin }) => same(origin, wanted));
  const submit = event => {
    event.preventDefault();
    set({ search: new FormData(event.target).get('search') });
  };
  return html`
    <form class="filter" role="search" onSubmit=${submit} key=${wanted.search}>
      <${Field} label="Search">
        ${input => html`<input ...${input} type="search" name="search" value=${wanted.search} placeholder="Address, subject or name" />`}
      <//>
      <${Field} label="Message of">
        ${input => html`
          <select ...${input} value=${String(at)} onChange=${event => set(originOf(origins[Number(event.target.value)]?.origin))}>
            <option value="-1">Anything</option>
            ${origins.map(({ origin, messages }, index) => origin && html`<option
              value=${String(index)}>${words.origin(origin)} (${messages})</option>`)}
          </select>`}
      <//>
      <${Field} label="Day">
        ${input => html`<input ...${input} type="date" value=${wanted.day} onChange=${event => set({ day: event.target.value })} />`}
      <//>
      <${Field} label="Result">
        ${input => html`
          <select ...${input} value=${wanted.failed} onChange=${event => set({ failed: event.target.value })}>
            <option value="">Any</option>
            <option value="false">Arrived</option>
            <option value="true">Did not arrive</option>
          </select>`}
      <//>
    </form>
    ${wanted.customer && html`
      <p>Only messages of customer <a href=${`#/customers/${encodeURIComponent(wanted.customer)}`}>${wanted.customer}</a>.${' '}
        <a href="#/outbox">Show all</a></p>`}`;
}

// The newest page is live; older ones are read when asked for, and stay.
function Messages({ wanted }) {
  const path = `outbox?${queryOf(wanted)}`;
  const { data, error } = useLive(path, ['messages']);
  const [older, setOlder] = useState({ messages: [], next: null, began: false });
  const more = useAction(async next => {
    const page = await get(`${path}&before=${encodeURIComponent(next)}`);
    setOlder(last => ({ messages: [...last.messages, ...page.messages], next: page.next, began: true }));
  });
  if (!data) return html`<${Loading} error=${error} />`;
  const known = new Set(data.messages.map(message => message.id));
  const rows = [...data.messages, ...older.messages.filter(message => !known.has(message.id))];
  const next = older.began ? older.next : data.next;
  const isFiltered = Names.some(name => wanted[name] !== '');
  return html`
    <${MessageTable} rows=${rows} empty=${isFiltered
      ? html`<${Empty} title="No such message"><a href="#/outbox">Show all messages</a><//>`
      : html`<${Empty} title="No messages yet">Publish one under <a href="#/announcements">Announcements</a>, or move the clock on:
        reminders and journeys send when their time has come.<//>`} />
    ${next && html`<p><${Button} busy=${more.busy} onClick=${() => more.run(next)}>Show older messages<//></p>`}`;
}

/** Messages as rows; the customer's page shows them as well. */
export const MessageTable = ({ rows, empty }) => html`
  <${Table} caption="Messages" rows=${rows} rowKey=${message => message.id} href=${message => `#/outbox/${encodeURIComponent(message.id)}`}
    isBad=${message => message.failure !== null} empty=${empty} columns=${[
      { name: 'Message', className: 'long', cell: message => titleOf(message) },
      { name: 'To', className: 'long', cell: message => message.address ?? message.endpointId },
      { name: 'Of', cell: message => message.origin ? words.origin(message.origin) : '' },
      { name: 'Result', cell: message => message.failure ? html`<${Badge} kind="bad">did not arrive<//>` : html`<${Badge}
        kind="good">arrived<//>` },
      { name: 'At', cell: message => html`<${Time} at=${message.at} />` },
    ]} />`;

function Message({ id }) {
  const { data, error } = useLive(`outbox/${encodeURIComponent(id)}`);
  if (!data) return html`<${Page} title="Message"><p><a href="#/outbox">All messages</a></p><${Loading} error=${error} /><//>`;
  return html`
    <${Page} title=${data.subject ?? (data.channel === 'SMS' ? 'Text message' : 'Message')}
      lead=${data.failure ? html`<${Badge} kind="bad">did not arrive<//> ${data.failure}` : html`<${Badge} kind="good">arrived<//>`}>
      <p><a href="#/outbox">All messages</a></p>
      <${Facts} of=${[
        ['To', html`<${Receivers} to=${data.address ?? data.endpointId} />`],
        ['From', data.from],
        ['Sent', html`<${Time} at=${data.at} />`],
        ['Message of', data.origin && html`<a href=${addressOf(originOf(data.origin))}>${words.origin(data.origin)}</a>`],
        ['Length', data.parts && `${data.parts} ${data.parts === 1 ? 'text' : 'texts'}, ${data.text.length} characters`],
      ]} />
      ${data.channel === 'SMS' ? html`<${Telephone} text=${data.text} from=${data.from} />` : html`
        ${data.hasHtml && html`
          <h2>As it looks</h2>
          <iframe class="mail" sandbox="" title="The e-mail, which cannot run scripts, send forms or load anything"
            src=${`/_local/outbox/${encodeURIComponent(data.id)}/html`}></iframe>`}
        ${data.text && html`<h2>As text</h2><${Code} label="The e-mail's text" text=${data.text} />`}`}
      ${data.headers.length > 0 && html`<h2>Headers</h2><${Named} caption="Headers" rows=${data.headers} />`}
      ${data.tags.length > 0 && html`<h2>Tags</h2><p class="quiet">By these, bounces and complaints find what they are about.</p><${Named}
        caption="Tags" rows=${data.tags} />`}
    <//>`;
}

function Receivers({ to }) {
  const { data } = useLive(`customers?limit=5&search=${encodeURIComponent(to)}`);
  const is = endpoint => [endpoint.address, endpoint.id].some(each => each?.toLowerCase() === to.toLowerCase());
  const found = (data ?? []).filter(customer => customer.endpoints.some(is));
  return html`${to} ${found.map(customer => html`<a key=${customer.id}
    href=${`#/customers/${encodeURIComponent(customer.id)}`}>${customer.id}</a> `)}`;
}

const Telephone = ({ text, from }) => html`
  <h2>As it looks</h2>
  <div class="telephone"><p class="quiet">${from ?? 'Text message'}</p><p class="bubble">${text}</p></div>`;

const Named = ({ caption, rows }) => html`
  <${Table} caption=${caption} rows=${rows} columns=${[
    { name: 'Name', cell: row => row.name },
    { name: 'Value', className: 'long', cell: row => row.value },
  ]} />`;

const titleOf = message => message.title ?? (message.failure ? 'could not be written' : 'without subject');

const originOf = origin => ({ kind: origin?.kind ?? '', name: origin?.name ?? '', part: origin?.part ?? '' });

const same = (origin, { kind, name, part }) => origin && origin.kind === kind && origin.name === name && (origin.part ?? '') === part;

function addressOf(wanted) {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();
  return `#/outbox${query && `?${query}`}`;
}

// A day is the viewer's, from midnight to midnight.
function queryOf({ day, ...wanted }) {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  if (day) {
    const [year, month, date] = day.split('-').map(Number);
    query.set('since', new Date(year, month - 1, date).toISOString());
    query.set('until', new Date(year, month - 1, date + 1).toISOString());
  }
  return query;
}
