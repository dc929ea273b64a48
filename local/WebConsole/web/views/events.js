import { Empty, Field, Json, Loading, Page, Table, Time, html, useLive, useState } from '../ui.js';

export default { path: 'events', title: 'Events', group: 'Look', component: Events };

function Events({ parts }) {
  const [query, setQuery] = useState('');
  const { data, error } = useLive(`events?limit=200&search=${encodeURIComponent(query)}`, ['events']);
  if (parts.length > 0) return html`<${Event} id=${parts[0]} />`;
  return html`
    <${Page} title="Events" lead="What visitors did, as the platform recorded it. The latest 200 that match are shown.">
      <${Field} label="Search" hint="Part of an event's type or of the id of the endpoint that it belongs to.">
        ${input => html`<input ...${input} type="search" value=${query} onInput=${event => setQuery(event.target.value)} />`}
      <//>
      ${!data ? html`<${Loading} error=${error} />` : html`
        <${Table} caption="Recorded events, the latest first" rows=${data.toReversed()} href=${each =>
          `#/events/${encodeURIComponent(each.eventId)}`}
          empty=${html`<${Empty} title="No event">${query ? 'No event has that.' : html`Record one: open the pixel's address, or <a
            href="#/tag">try a tag</a>. It shows here some seconds later.`}<//>`}
          columns=${[
            { name: 'Event', cell: each => each.eventType },
            { name: 'Endpoint', className: 'long', cell: each => each.endpointId },
            { name: 'Happened', cell: each => html`<${Time} at=${each.timestamp} />` },
            { name: 'Recorded', cell: each => html`<${Time} at=${each.recordedAt} />` },
            { name: 'Attributes', className: 'long', cell: each => Object.entries({ ...each.attributes, ...each.metrics }).map(([name,
              value]) => `${name}=${value}`).join(' ') },
          ]} />`}
    <//>`;
}

function Event({ id }) {
  const { data, error } = useLive(`events?limit=50&search=${encodeURIComponent(id)}`, ['events']);
  const found = data?.filter(each => each.eventId === id);
  return html`
    <${Page} title=${found?.[0]?.eventType ?? 'Event'} lead=${`Event ${id}`}>
      <p><a href="#/events">All events</a></p>
      ${!data ? html`<${Loading} error=${error} />` : found.length === 0
        ? html`<${Empty} title="No such event">It was not recorded, or the cloud was started anew since.<//>`
        : found.map((each, index) => html`<${Json} key=${index} label="Event" of=${each} />`)}
    <//>`;
}
