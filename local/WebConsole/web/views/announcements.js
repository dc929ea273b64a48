import {
  Badge, Button, Empty, ErrorNote, Facts, Field, Loading, Page, Table, Time, authorization, html, send, useAction, useEffect, useLive,
  useState,
} from '../ui.js';
import { useDeploy, DeployNote } from '../deploy.js';

export default { path: 'announcements', title: 'Announcements', group: 'Try', component: Announcements };

const Ways = { Journey: 'an event, by a journey', StepFunctions: 'an event, by a state machine', Schedule: 'the deployment, at a date' };

function Announcements({ parts }) {
  const { data, error } = useLive('announcements', ['deployments']);
  const at = data?.find(each => each.name === parts[0]);
  if (at) return html`<${Announcement} key=${at.name} of=${at} />`;
  return html`
    <${Page} title="Announcements"
      lead="Something happens to the whole company, and whole segments of customers hear of it. Choose one to see who would get what, and to publish it.">
      ${!data ? html`<${Loading} error=${error} />` : html`
        <${Table} caption="Announcements" rows=${data} rowKey=${each => each.name} href=${each =>
          `#/announcements/${encodeURIComponent(each.name)}`}
          empty=${html`<${Empty} title="No announcements">Describe one in announcements.yaml, under <a
            href="#/definitions/announcements.yaml">Definitions</a>.<//>`}
          columns=${[
            { name: 'Announcement', cell: each => each.name },
            { name: 'What it tells', className: 'long', cell: each => each.description ?? '' },
            { name: 'Started by', cell: each => Ways[each.via] },
            { name: 'Messages', className: 'number', cell: each => each.campaigns.length },
            { name: 'State', cell: each => each.held && html`<${Badge} kind="warn">held<//>` },
          ]} />`}
    <//>`;
}

function Announcement({ of }) {
  const [values, setValues] = useState(() => Object.fromEntries(of.attributes.map(each => [each.name, each.value ?? ''])));
  const [run, setRun] = useState(null);
  const [ids, setIds] = useState([]);
  const scheduled = of.via === 'Schedule';
  const attributes = scheduled ? {} : values;
  const path = `announcements/${encodeURIComponent(of.name)}`;
  const problems = useProblems(path, attributes);
  const trial = useAction(async customer => setRun({
    customer, attributes, campaigns: await send('POST', `${path}/dry-run`, { attributes, customer: customer || null }),
  }));
  const publish = useAction(async () => setIds([...ids, await post(of.name, attributes)]));
  const problemOf = name => problems.find(each => each.key === `attributes.${name}`)?.message;
  return html`
    <${Page} title=${of.name} lead=${of.description}>
      <p><a href="#/announcements">All announcements</a></p>
      <${Facts} of=${[
        ['Started by', Ways[of.via]], ['At', of.at && html`<${Time} at=${of.at} />`], ['Topic', of.topic],
      ]} />
      ${!scheduled && html`<${Hold} of=${of} path=${path} />`}
      <h2>Messages</h2>
      <${Campaigns} of=${of} />
      <h2>${scheduled ? 'Its values' : 'The event'}</h2>
      ${of.attributes.map(each => html`
        <${Field} key=${each.name} label=${each.name} error=${values[each.name] !== '' && problemOf(each.name)}
          hint=${scheduled ? 'Set in announcements.yaml.' : each.kind === 'Url'
            ? 'An address that begins with https:, http:, mailto: or tel:' : null}>
          ${input => html`<input ...${input} type="text" value=${values[each.name]} readonly=${scheduled}
            onInput=${event => setValues({ ...values, [each.name]: event.target.value })} />`}
        <//>`)}
      <div class="row">
        <${Button} kind="primary" busy=${trial.busy} disabled=${problems.length > 0} onClick=${() => trial.run('')}>Dry run<//>
        ${!scheduled && html`<${Button} busy=${publish.busy} disabled=${problems.length > 0} onClick=${publish.run}>Publish<//>`}
        <span class="quiet" role="status">${problems.length > 0 ? `${problems.length} to fill in or mend`
          : 'A dry run sends nothing.'}</span>
      </div>
      <${ErrorNote} error=${trial.error ?? publish.error} />
      <div role="status">${ids.length > 0 && html`<p>Accepted as <code>${ids.at(-1)}</code>. ${of.held
        ? 'It waits, since the announcement is held.'
          : 'What becomes of its messages shows below; a journey or state machine needs a minute or two of the cloud’s clock.'}</p>`}</div>
      ${run && html`<${DryRun} run=${run} path=${path} again=${trial}
        stale=${JSON.stringify(run.attributes) !== JSON.stringify(attributes)} />`}
      <${Published} path=${path} />
    <//>`;
}

// What the route would say of the event, a moment after the last key.
function useProblems(path, attributes) {
  const [problems, setProblems] = useState([]);
  const text = JSON.stringify(attributes);
  useEffect(() => {
    let ended = false;
    const timer = setTimeout(async () => {
      try {
        const answer = await send('POST', `${path}/check`, { attributes });
        if (!ended) setProblems(answer.problems);
      } catch (error) {
        if (!ended) setProblems([{ key: '', message: error.message }]);
      }
    }, 150);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [path, text]);
  return problems;
}

// The company's own back end signs with its role. Here any signature will do.
async function post(event, attributes) {
  const outputs = await send('GET', 'outputs');
  const url = new URL(outputs.companyEventsUrl);
  const region = outputs.companyEventFailures.split(':')[3];
  const response = await fetch(url.pathname, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: authorization('execute-api', region),
    },
    body: JSON.stringify({ event, attributes }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? JSON.stringify(answer));
  return answer.id;
}

const Campaigns = ({ of }) => html`
  <${Table} caption=${`Messages of ${of.name}`} rows=${of.campaigns} rowKey=${each => each.name} columns=${[
    { name: 'Name', cell: each => each.name },
    { name: 'Goes to', className: 'long', cell: each => [each.segment, ...each.when.map(when =>
      `${when.attribute} is ${when.values.join(' or ')}`)].join(', where ') },
    { name: 'Template', cell: each => each.template },
    { name: 'When', cell: each => each.after ? `${each.after.slice(1).replace('T', '').toLowerCase()} later` : 'at once' },
  ]} />`;

// Holding is a line of the file, which a deployment puts in force.
function Hold({ of, path }) {
  const deploy = useDeploy();
  const hold = useAction(async held => {
    await send('POST', `${path}/hold`, { held });
    await deploy.run();
  });
  return html`
    <p class="row">
      ${of.held ? html`<${Badge} kind="warn">held<//> Its events are taken and wait.` : 'Its events go out as they come.'}
      <${Button} busy=${hold.busy} onClick=${() => hold.run(!of.held)}>${of.held ? 'Release' : 'Hold'}<//>
      <span class="quiet">${of.held ? 'Takes the line hold: true out of announcements.yaml, and deploys.'
        : 'Writes the line hold: true into announcements.yaml, and deploys.'}</span>
    </p>
    <${ErrorNote} error=${hold.error} />
    <${DeployNote} of=${deploy} />`;
}

function DryRun({ run, path, again, stale }) {
  const [asked, setAsked] = useState(run.customer);
  const [shown, setShown] = useState(null);
  return html`
    <section aria-labelledby="dry-run">
      <h2 id="dry-run">Dry run${run.customer && ` for ${run.customer}`}</h2>
      <p class="quiet" role="status">${stale ? 'The values have changed since. Run it again.'
        : 'As if it were sent now. Numbers are endpoints: a customer may have several.'}</p>
      <form class="row" onSubmit=${event => { event.preventDefault(); again.run(asked.trim()); }}>
        <${Field} label="One customer" hint="An id; leave it empty for all customers.">
          ${input => html`<input ...${input} type="text" value=${asked} onInput=${event => setAsked(event.target.value)} />`}
        <//>
        <${Button} type="submit" busy=${again.busy}>Run again<//>
      </form>
      ${run.campaigns.map(campaign => html`
        <h3>${campaign.name}: ${campaign.template} to ${campaign.segment}</h3>
        ${campaign.gets.count + campaign.leftOut.length === 0 && html`<p>There is no such customer.</p>`}
        <${Customers} title="get it" kind="good" of=${campaign.gets} campaign=${campaign.name} show=${setShown} />
        ${campaign.held.map(later => html`
          <${Customers} key=${later.until} title=${html`get it later, when their hours begin: <${Time} at=${later.until} />`} kind="warn"
            of=${later} campaign=${campaign.name} show=${setShown} />`)}
        ${campaign.leftOut.map(reason => html`
          <${Customers} key=${reason.code} title=${`do not: ${reason.reason}`} kind="plain" of=${reason} campaign=${campaign.name} />`)}
        ${shown?.campaign === campaign.name && html`
          <${Message} key=${shown.customer} path=${path} attributes=${run.attributes} of=${shown} close=${() => setShown(null)} />`}`)}
    </section>`;
}

function Customers({ title, kind, of, campaign, show }) {
  if (of.count === 0) return html`<p><${Badge} kind="warn">0<//> ${title}</p>`;
  return html`
    <details>
      <summary><${Badge} kind=${kind}>${of.count}<//> ${title}</summary>
      <ul class="inline">
        ${of.customers.map(id => html`<li key=${id}>${show
          ? html`<${Button} onClick=${() => show({ campaign, customer: id })} aria-label=${`Message to ${id}`}>${id}<//>`
          : html`<a href=${`#/customers/${encodeURIComponent(id)}`}>${id}</a>`}</li>`)}
      </ul>
      ${of.count > of.customers.length && html`<p class="quiet">${of.customers.length} customers are shown. Ask for any other one by its
        id.</p>`}
    </details>`;
}

function Message({ path, attributes, of, close }) {
  const load = useAction(() => send('POST', `${path}/message`, { attributes, ...of }));
  const [message, setMessage] = useState(null);
  useEffect(() => { load.run().then(setMessage); }, []);
  const query = new URLSearchParams({ ...of, ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`attribute.${name}`,
    value])) });
  if (!message) return html`<${Loading} error=${load.error} />`;
  return html`
    <section class="message" aria-label=${`Message to ${of.customer}`}>
      <div class="row"><strong>${message.subject ?? 'Text message'}</strong> <${Button} onClick=${close}>Close<//></div>
      <${Facts} of=${[
        ['To', html`${message.address} (<a href=${`#/customers/${encodeURIComponent(of.customer)}`}>${of.customer}</a>)`], ['Topic',
          message.topic],
        ['Parts', message.parts], ['Without a value', message.missing.length > 0 ? message.missing.join(', ') : null],
      ]} />
      ${message.html && html`<iframe class="mail" sandbox=""
        title=${`The e-mail to ${of.customer}, which cannot run scripts, send forms or load anything`}
          src=${`/_local/${path}/message/html?${query}`}></iframe>`}
      <details open=${!message.html}><summary>Text</summary><pre tabindex="0" aria-label="Text part">${message.text}</pre></details>
    </section>`;
}

function Published({ path }) {
  const { data, error } = useLive(`${path}/events?limit=20`, ['messages', 'customers', 'deployments', 'clock']);
  return html`
    <h2>Published</h2>
    ${!data ? html`<${Loading} error=${error} />` : data.items.length === 0
      ? html`<${Empty} title="Nothing yet">Fill in the event and publish it. What becomes of its messages shows here.<//>`
      : data.items.map(event => html`
        <section key=${event.id}>
          <h3>${event.id ?? 'Declared by the stack'}</h3>
          <p class="quiet">${event.publishedAt && html`<${Time} at=${event.publishedAt} /> `}${Object.entries(event.attributes).map(([name,
            value]) => `${name}: ${value}`).join(', ')}</p>
          <${Table} caption=${`Messages of ${event.id ?? 'the stack'}`} rows=${event.campaigns} rowKey=${each => each.name} isBad=${each =>
            each.launch === 'failed'} columns=${[
            { name: 'Message', cell: each => each.name },
            { name: 'State', cell: each => html`<${State} of=${each} />` },
            { name: 'Sent', className: 'number', cell: each => each.sent },
            { name: 'Not sent', className: 'long', cell: each => [...each.leftOut.map(left => `${left.count} ${left.reason}`),
              ...(each.unknown > 0 ? [`${each.unknown} unknown`] : [])].join(', ') },
          ]} />
        </section>`)}`;
}

function State({ of }) {
  if (of.failure) return html`<${Badge} kind="bad">${of.launch}<//> ${of.failure}`;
  const due = of.due && (of.state === null || of.state === 'WAITING' || of.state === 'SCHEDULED');
  return html`<${Badge} kind=${of.state === 'COMPLETED' ? 'good' : 'plain'}>${(of.state ?? of.launch).toLowerCase()}<//> ${due
    && html`from <${Time} at=${of.due} />`}`;
}
