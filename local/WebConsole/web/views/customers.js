import {
  Badge, Button, Empty, ErrorNote, Facts, Field, Loading, Page, Table, Tabs, Time, get, html, send, useAction, useEffect, useLive, useRef,
    useState,
} from '../ui.js';
import * as words from '../words.js';
import { MessageTable } from './outbox.js';

export default { path: 'customers', title: 'Customers', group: 'Look', component: Customers };

const PageSize = 50;
const DaysAhead = 60;

function Customers({ parts, search }) {
  return parts.length > 0
    ? html`<${Customer} key=${parts[0]} id=${parts[0]} tab=${parts[1] ?? Views[0]} />`
    : html`<${All} key=${search.get('search')} wanted=${search.get('search') ?? ''} />`;
}

const addressOf = (...parts) => `#/${['customers', ...parts].map(encodeURIComponent).join('/')}`;

function All({ wanted }) {
  const path = `customers?limit=${PageSize}&search=${encodeURIComponent(wanted)}`;
  const { data, error } = useLive(path, ['customers']);
  const [more, setMore] = useState([]);
  const next = useAction(async after => {
    const page = await get(`${path}&after=${encodeURIComponent(after)}`);
    setMore([...more, page]);
  });
  const rows = [...data ?? [], ...more.flat()];
  const isWhole = (more.at(-1) ?? data ?? []).length < PageSize;
  const submit = event => {
    event.preventDefault();
    const text = new FormData(event.target).get('search');
    location.hash = text ? `#/customers?search=${encodeURIComponent(text)}` : '#/customers';
  };
  return html`
    <${Page} title="Customers" lead="Who gets messages, and what is known of each. The samples are made up.">
      <form class="search" role="search" onSubmit=${submit}>
        <${Field} label="Search">
          ${input => html`<input ...${input} type="search" name="search" defaultValue=${wanted}
            placeholder="Id, address or the value of an attribute" />`}
        <//>
        <${Button} type="submit">Search<//>
      </form>
      ${!data ? html`<${Loading} error=${error} />` : html`
        <${Table} caption="Customers" rows=${rows} rowKey=${customer => customer.id} href=${customer => addressOf(customer.id)}
          empty=${wanted
            ? html`<${Empty} title="No such customer"><a href="#/customers">Show all customers</a><//>`
            : html`<${Empty} title="No customers">Start the local cloud with <code>--customers FILE</code>, or let a visitor of the shop
              sign in.<//>`}
          columns=${[
            { name: 'Customer', cell: customer => customer.id },
            { name: 'Addresses', className: 'long', cell: customer => customer.endpoints.map(endpoint =>
              endpoint.address).filter(Boolean).join(', ') },
            { name: 'Channels', cell: customer => [...new Set(customer.endpoints.map(endpoint =>
              endpoint.channelType).filter(Boolean))].join(', ') },
            { name: 'Messages', cell: customer => html`<${Takes} customer=${customer} />` },
          ]} />
        ${!isWhole && html`<p><${Button} busy=${next.busy} onClick=${() => next.run(rows.at(-1).id)}>Show more customers<//></p>`}`}
    <//>`;
}

const Takes = ({ customer }) => customer.endpoints.some(takes)
  ? html`<${Badge} kind="good">takes messages<//>` : html`<${Badge} kind="warn">takes none<//>`;

const takes = endpoint => endpoint.optOut !== 'ALL' && endpoint.endpointStatus === 'ACTIVE' && endpoint.address;

const Views = ['segments', 'attributes', 'coming', 'messages', 'events', 'journeys', 'consent'];

function Customer({ id, tab }) {
  const { data, error, reload } = useLive(`customers/${encodeURIComponent(id)}`, ['customers', 'deployments', 'journeys']);
  if (!data) return html`<${Page} title=${id}><p><a href="#/customers">All customers</a></p><${Loading} error=${error} /><//>`;
  const { endpoints, userAttributes } = data.customer;
  const View = { segments: Segments, attributes: Attributes, coming: Coming, messages: Messages, events: Events, journeys: Journeys,
    consent: Consent }[tab] ?? Segments;
  return html`
    <${Page} title=${id} lead=${[...userAttributes.first_name ?? [], endpoints.map(endpoint =>
      endpoint.address).filter(Boolean).join(', ')].join(' · ')}>
      <p><a href="#/customers">All customers</a></p>
      <${Tabs} label="What to look at" tabs=${Views} at=${tab} hrefOf=${name => addressOf(id, name)} />
      <${View} id=${id} data=${data} reload=${reload} />
    <//>`;
}

function Segments({ data }) {
  const sorted = [...data.segments].sort((one, other) => other.isIn - one.isIn);
  if (sorted.length === 0) return html`<${Empty} title="No segments">The deployed definitions list none,
    see <code>definitions/segments.yaml</code>.<//>`;
  return html`<div class="columns">${sorted.map(segment => html`
    <section key=${segment.name}>
      <h2>${segment.name} ${segment.isIn ? html`<${Badge} kind="good">in<//>` : html`<${Badge}>not in<//>`}</h2>
      ${segment.description && html`<p class="quiet">${segment.description}</p>`}
      ${segment.endpoints.map(endpoint => html`
        ${segment.endpoints.length > 1 && html`<h3>${endpoint.endpointId}</h3>`}
        <ul class="conditions">${endpoint.conditions.map(each => html`
          <li><${Badge} kind=${each.fits ? 'good' : 'bad'}>${each.fits ? 'fits' : 'does not fit'}<//>${' '}${words.condition(each)};${' '}
            ${each.found.length > 0 ? html`it is <strong>${each.found.join(', ')}</strong>` : html`<strong>nothing is
              known</strong>`}</li>`)}</ul>`)}
    </section>`)}</div>`;
}

function Attributes({ id, data, reload }) {
  const [edited, setEdited] = useState(null);
  const { endpoints, userAttributes } = data.customer;
  const rows = Object.entries(userAttributes);
  return html`
    <h2>Of the customer</h2>
    <${Table} caption="Attributes of the customer" rows=${rows} rowKey=${([name]) => name} empty="None is known." columns=${[
      { name: 'Attribute', cell: ([name]) => name },
      { name: 'Value', className: 'long', cell: ([, values]) => values.join(', ') },
      { name: 'Change', cell: ([name]) => html`<${Button} onClick=${() => setEdited(name)} aria-label=${`Change ${name}`}>Change<//>` },
    ]} />
    <${Change} key=${edited} id=${id} name=${edited ?? ''} values=${userAttributes[edited] ?? []}
      done=${() => { setEdited(null); reload(); }} />
    ${endpoints.map(endpoint => html`
      <section key=${endpoint.id}>
        <h2>Endpoint ${endpoint.id}</h2>
        <${Facts} of=${[
          ['Channel', endpoint.channelType],
          ['Address', endpoint.address],
          ['Status', endpoint.endpointStatus],
          ['Opted out', endpoint.optOut],
          ...Object.entries({ ...endpoint.demographic, ...endpoint.location }),
          ...Object.entries(endpoint.attributes).map(([name, values]) => [name, values.join(', ')]),
          ...Object.entries(endpoint.metrics),
        ]} />
      </section>`)}`;
}

function Change({ id, name, values, done }) {
  const value = useRef(null);
  useEffect(() => { if (name) value.current.focus(); }, []);
  const change = useAction(async (attribute, next) => {
    await send('POST', `customers/${encodeURIComponent(id)}`, { userAttributes: { [attribute]: next } });
    done();
  });
  const submit = event => {
    event.preventDefault();
    const form = new FormData(event.target);
    change.run(form.get('name').trim(), form.get('values').split('\n').map(value => value.trim()).filter(Boolean));
  };
  return html`
    <form onSubmit=${submit}>
      <h2>${name ? `Change ${name}` : 'Set an attribute'}</h2>
      <${Field} label="Name">${input => html`<input ...${input} name="name" required defaultValue=${name} />`}<//>
      <${Field} label="Value" hint="Several values stand on lines of their own. Without any, the attribute is removed.">
        ${input => html`<textarea ...${input} ref=${value} name="values" rows="2" defaultValue=${values.join('\n')}></textarea>`}
      <//>
      <${ErrorNote} error=${change.error} />
      <${Button} type="submit" kind="primary" busy=${change.busy}>Save<//>
    </form>`;
}

function Coming({ id, data }) {
  const { data: coming, error } = useLive(
    `customers/${encodeURIComponent(id)}/coming?days=${DaysAhead}`, ['customers', 'journeys', 'messages', 'deployments', 'clock']);
  if (!coming) return html`<${Loading} error=${error} />`;
  return html`
    <p>What this customer gets in the next ${DaysAhead} days, if nothing changes until then.</p>
    <${Table} caption=${`Messages of the next ${DaysAhead} days`} rows=${coming}
      empty=${html`<${Empty} title="Nothing is ahead">Reminders come before dates, journeys after events, and campaigns when an
        announcement is published.<//>`}
      columns=${[
        { name: 'Message', className: 'long', cell: message => words.origin(message.origin) },
        { name: 'Comes', cell: message => message.leftOut === null ? html`<${Badge} kind="good">yes<//>` : html`<${Badge}
          kind="warn">no<//> ${message.leftOut}` },
        { name: 'When', cell: message => html`<${Time} at=${message.at} />` },
        { name: 'Template', cell: message => message.template },
        ...data.customer.endpoints.length > 1 ? [{ name: 'To', cell: message => message.endpointId ?? '' }] : [],
      ]} />
    <h2>Dates</h2>
    <${Table} caption="Dates" rows=${data.dates} empty="The customer has no date that reminders look at." columns=${[
      { name: 'Attribute', cell: date => date.attribute },
      { name: 'Date', cell: date => date.at ? html`<${Time} at=${date.at} />` : html`<${Badge} kind="bad">cannot be read<//>` },
      { name: 'In messages', cell: date => date.text ?? '' },
    ]} />`;
}

function Messages({ id }) {
  const { data, error } = useLive(`outbox?customer=${encodeURIComponent(id)}`, ['messages']);
  if (!data) return html`<${Loading} error=${error} />`;
  return html`
    <${MessageTable} rows=${data.messages} empty=${html`<${Empty} title="No messages yet"><a href=${addressOf(id, 'coming')}>What is
      coming</a><//>`} />
    ${data.next && html`<p><a href=${`#/outbox?customer=${encodeURIComponent(id)}`}>All messages of this customer</a></p>`}`;
}

function Events({ id }) {
  const { data, error } = useLive(`customers/${encodeURIComponent(id)}/events`, ['events']);
  if (!data) return html`<${Loading} error=${error} />`;
  const said = event => Object.entries({ ...event.attributes, ...event.metrics }).map(([name, value]) => `${name}: ${value}`).join(', ');
  return html`
    <${Table} caption="Events" rows=${data.events} rowKey=${event => event.eventId}
      empty=${html`<${Empty} title="No events">Send one from <a href="#/tag">Try a tag</a> as this customer.<//>`}
      columns=${[
        { name: 'Event', cell: event => event.eventType },
        { name: 'At', cell: event => html`<${Time} at=${event.timestamp} />` },
        { name: 'With', className: 'long', cell: said },
      ]} />
    ${data.next && html`<p class="quiet">These are the latest ${data.events.length}.</p>`}`;
}

function Journeys({ data }) {
  return html`
    <h2>Inside now</h2>
    <${Table} caption="Journeys that the customer is in" rows=${data.journeys} empty="The customer is in no journey."
      href=${entry => `#/journeys/journey/${encodeURIComponent(entry.journey)}/${encodeURIComponent(entry.version)}`} columns=${[
        { name: 'Journey', cell: entry => entry.journey },
        { name: 'Entered', cell: entry => html`<${Time} at=${entry.at} />` },
        { name: 'Next step', cell: entry => entry.position },
        { name: 'Due', cell: entry => html`<${Time} at=${entry.due} />` },
      ]} />
    <h2>What happened</h2>
    <${Table} caption="What happened in journeys" rows=${data.journeyHistory} empty="Nothing yet." columns=${[
      { name: 'Journey', cell: note => note.journey },
      { name: 'What', className: 'long', cell: note => note.text },
      { name: 'At', cell: note => html`<${Time} at=${note.at} />` },
    ]} />`;
}

function Consent({ data }) {
  return html`<div class="columns">${data.consents.map(consent => html`
    <section key=${consent.endpointId}>
      <h2>${consent.address ?? consent.endpointId}</h2>
      <p>${!consent.isActive ? html`<${Badge} kind="bad">inactive<//> No message goes there.`
        : consent.hasOptedOut ? html`<${Badge} kind="bad">opted out<//> The customer wants no messages there.`
        : consent.suppressed ? html`<${Badge} kind="bad">${consent.suppressed}<//> The address takes no more messages.`
        : html`<${Badge} kind="good">takes messages<//>`}</p>
      ${consent.topics.length > 0 && html`<ul class="conditions">${consent.topics.map(topic => html`
        <li><${Badge} kind=${topic.wants ? 'good' : 'warn'}>${topic.wants ? 'wanted' : 'unsubscribed'}<//>${' '}${topic.description
          || topic.name}</li>`)}</ul>`}
    </section>`)}</div>`;
}
