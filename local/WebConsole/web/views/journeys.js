import { Badge, Button, Empty, ErrorNote, Field, Loading, Page, Table, Tabs, Time, html, send, useAction, useLive,
  useState } from '../ui.js';
import { Graph } from '../graph.js';
import * as words from '../words.js';

export default { path: 'journeys', title: 'Journeys and reminders', group: 'Look', component: Journeys };

const Lead = 'Journeys answer what a customer did; reminders come before a date. Both send by themselves when their time has come.';
const Views = ['calendar', 'journeys', 'reminders', 'simulate'];
const addressOf = (...parts) => `#/${['journeys', ...parts].map(encodeURIComponent).join('/')}`;

function Journeys({ parts }) {
  if (parts[0] === 'journey') return html`<${One} name=${parts[1]} version=${parts[2]} />`;
  const at = Views.includes(parts[0]) ? parts[0] : Views[0];
  const View = { calendar: Calendar, journeys: All, reminders: Reminders, simulate: Simulate }[at];
  return html`
    <${Page} title="Journeys and reminders" lead=${Lead}>
      <${Tabs} label="What to look at" tabs=${Views} at=${at} hrefOf=${name => addressOf(name)} />
      <${View} />
    <//>`;
}

const Days = 14;
const dayOf = new Intl.DateTimeFormat(undefined, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });

function Calendar() {
  const { data, error } = useLive(`calendar?days=${Days}`, ['customers', 'journeys', 'deployments', 'clock']);
  if (!data) return html`<${Loading} error=${error} />`;
  const days = Map.groupBy(data, entry => dayOf.format(new Date(entry.at)));
  return html`
    <p>What is due in the next ${Days} days, as everything stands now.</p>
    ${data.length === 0 ? html`<${Empty} title="Nothing is due">Reminders need customers with dates ahead; journeys need an event of a
      customer.<//>`
      : [...days].map(([day, entries]) => html`
        <section key=${day}>
          <h2>${day}</h2>
          <${Table} caption=${`Due on ${day}`} rows=${summed(entries)} columns=${[
            { name: 'First at', cell: entry => html`<${Time} at=${entry.at} />` },
            { name: 'Message', className: 'long', cell: entry => words.origin(entry.origin) },
            { name: 'Template', cell: entry => entry.template },
            { name: 'Messages', className: 'number', cell: entry => entry.messages },
            { name: 'Left out', className: 'number', cell: entry => entry.leftOut },
          ]} />
        </section>`)}`;
}

// An hour's entries of the same message are one row a day: who wants the hours looks at a customer.
const summed = entries => [...Map.groupBy(entries, entry => words.origin(entry.origin)).values()].map(same => ({
  ...same[0],
  messages: same.reduce((sum, entry) => sum + entry.messages, 0),
  leftOut: same.reduce((sum, entry) => sum + entry.leftOut, 0),
}));

function All() {
  const { data, error } = useLive('journeys', ['journeys', 'deployments']);
  if (!data) return html`<${Loading} error=${error} />`;
  return html`
    <${Table} caption="Journeys" rows=${data} rowKey=${each => each.journey + each.version} href=${each => addressOf('journey',
      each.journey, each.version)}
      empty=${html`<${Empty} title="No journeys">The deployed definitions list none, see <code>definitions/journeys.yaml</code>.<//>`}
      columns=${[
        { name: 'Journey', cell: each => each.journey },
        { name: 'Begins with', cell: each => each.steps[0].label },
        { name: 'State', cell: each => html`<${State} of=${each} />` },
        { name: 'Customers inside', className: 'number', cell: each => each.customers },
      ]} />`;
}

const State = ({ of }) => of.removed ? html`<${Badge} kind="bad">removed<//>`
  : !of.isCurrent ? html`<${Badge}>earlier version<//>`
  : of.isClosed ? html`<${Badge} kind="warn">closed<//>`
  : html`<${Badge} kind="good">open<//>`;

const kinds = { start: 'outside', end: 'outside', send: 'send' };

function One({ name, version }) {
  const { data, error } = useLive('journeys', ['journeys', 'deployments']);
  const journey = data?.find(each => each.journey === name && (!version || each.version === version)) ?? data?.find(each =>
    each.journey === name);
  if (!data) return html`<${Page} title=${name}><${Loading} error=${error} /><//>`;
  if (!journey) return html`<${Page} title=${name}><${Empty} title="No such journey"><a href=${addressOf('journeys')}>All
    journeys</a><//><//>`;
  return html`
    <${Page} title=${name} lead=${html`<${State} of=${journey} /> ${words.counted(journey.customers, 'customer')} inside`}>
      <p><a href=${addressOf('journeys')}>All journeys</a> · <a href=${`#/outbox?kind=journey&name=${encodeURIComponent(name)}`}>Its
        messages</a></p>
      <${Graph} label=${`Journey ${name}`} direction="TB"
        nodes=${journey.steps.map(step => ({
          id: step.id,
          label: words.step(step.label),
          detail: step.customers > 0 ? `${words.counted(step.customers, 'customer')} here` : undefined,
          kind: step.customers > 0 ? 'busy' : kinds[step.kind],
        }))}
        edges=${journey.edges} />
      <h2>Steps</h2>
      <${Table} caption="Steps" rows=${journey.steps.filter(step => step.position !== null)} columns=${[
        { name: 'Step', cell: step => step.position },
        { name: 'What it does', className: 'long', cell: step => words.step(step.label) },
        { name: 'Customers', className: 'number', cell: step => step.customers },
      ]} />
    <//>`;
}

function Reminders() {
  const { data, error } = useLive('reminders', ['deployments', 'messages']);
  if (!data) return html`<${Loading} error=${error} />`;
  if (data.length === 0) return html`<${Empty} title="No reminders">The deployed definitions list none,
    see <code>definitions/reminders.yaml</code>.<//>`;
  return data.map(reminder => html`
    <section key=${reminder.name}>
      <h2>${reminder.name}</h2>
      ${reminder.description && html`<p class="quiet">${reminder.description}</p>`}
      <${Graph} label=${`Reminder ${reminder.name}`}
        nodes=${[
          { id: 'who', label: reminder.segment ?? 'everyone with the date', detail: `${words.counted(reminder.customers,
            'customer')} with ${reminder.date} ahead`, kind: 'outside' },
          ...reminder.messages.map(message => ({
            id: message.before, label: `${words.duration(message.before)} before`,
              detail: `${message.customers} wait, ${message.sent} sent`, kind: message.customers > 0 ? 'busy' : '',
            href: `#/outbox?kind=reminder&name=${encodeURIComponent(reminder.name)}&part=${message.before}`,
          })),
          { id: 'date', label: reminder.date, kind: 'outside' },
        ]}
        edges=${[['who', ...reminder.messages.map(message => message.before), 'date']].flatMap(ids => ids.slice(1).map((to, index) =>
          ({ from: ids[index], to })))} />
    </section>`);
}

function Simulate() {
  const journeys = useLive('journeys', ['deployments']);
  const starts = [...new Set((journeys.data ?? []).map(each => each.steps[0].label.split(',')[0]))];
  const [lines, setLines] = useState(null);
  const simulate = useAction(async form => {
    setLines(null);
    setLines(await send('POST', 'journeys/simulate', {
      customer: form.get('customer').trim() || null,
      userAttributes: Object.fromEntries(rowsOf(form.get('attributes')).map(row => row.split('=', 2)).map(([name, value]) => [name, [value
        ?? '']])),
      events: rowsOf(form.get('events')),
    }));
  });
  return html`
    <p>What the journeys make of events, from the cloud's time on. Nothing is sent.${starts.length > 0
      && ` Journeys begin with ${starts.join(', ')}.`}</p>
    <form onSubmit=${event => { event.preventDefault(); simulate.run(new FormData(event.target)); }}>
      <div class="columns">
        <${Field} label="Events" hint="One a line: the type, how long after the start, and values. Such as purchase_success@P2D,value=30">
          ${input => html`<textarea ...${input} name="events" rows="5" required spellcheck=${false}></textarea>`}
        <//>
        <div>
          <${Field} label="Customer" hint="The id of a customer. Without one, the customer is made up and every message reaches them.">
            ${input => html`<input ...${input} name="customer" />`}
          <//>
          <${Field} label="Attributes of a made-up customer" hint="One a line, such as tz=Europe/Berlin">
            ${input => html`<textarea ...${input} name="attributes" rows="2" spellcheck=${false}></textarea>`}
          <//>
        </div>
      </div>
      <${ErrorNote} error=${simulate.error} />
      <${Button} type="submit" kind="primary" busy=${simulate.busy}>Simulate<//>
    </form>
    ${lines && html`
      <h2>What happens</h2>
      <${Table} caption="What happens" rows=${lines} empty="Nothing: no journey begins with these events." columns=${[
        { name: 'When', cell: line => html`<${Time} at=${line.at} />` },
        { name: 'What', className: 'long', cell: line => line.isEvent ? html`<strong>${line.text}</strong>` : line.text },
      ]} />`}`;
}

const rowsOf = text => text.split('\n').map(row => row.trim()).filter(Boolean);
