// The way of one request of the pixel, step by step.
import { Badge, Code, Empty, Json, Loading, Table, Time, html, useLive } from './ui.js';

const Mend = {
  unknownEvent: 'Write the event into events.yaml and deploy, or correct its name where the site pushes it.',
  metricNotANumber: 'Push a number, such as 19.9, and not a text with a currency or a comma.',
  malformedQuery: 'Send UTF-8, percent-encoded, as browsers do.',
  missingEvent: 'Push an event with a name.',
  missingEndpointId: 'Push endpoint_id before the first event.',
  valueNotAllowed: 'Leave line breaks and control characters out of the value.',
  valueTooLong: 'Push a shorter value.',
  idNotAllowed: 'Use an id of letters and digits.',
  idTooLong: 'Use an id of at most 128 characters.',
  signatureMissing: 'Sign the visitor in: the back end makes sig and exp, and the page pushes them before the event.',
  signatureInvalid: 'Sign endpoint_id, user_id and exp with the current key, and push just these three.',
  signatureExpired: 'Make a new signature with each page, and keep the page out of caches.',
  expiryInMilliseconds: 'Give exp in seconds: divide Date.now() by 1,000 and round it down.',
  expiryTooFar: 'Make a signature that is valid for less time.',
  dateNotReadable: 'Push the date as 2027-12-24 or 2027-12-24T15:00+01:00.',
  prefetch: 'Nothing: the browser only fetched ahead.',
  bot: 'Nothing: the browser says that it is a robot.',
  globalPrivacyControl: 'Nothing: the visitor asks not to be followed. Your own browser may send Sec-GPC.',
  doNotTrack: 'Nothing: the visitor asks not to be followed. Your own browser may send DNT.',
};

/** The trace of the request whose query has this in it. */
export function Trace({ search }) {
  const found = useLive(`requests?limit=1&search=${encodeURIComponent(search)}`, ['calls', 'logs']);
  const id = found.data?.items[0]?.id;
  const { data, error } = useLive(id ? `requests/${id}` : null, ['calls', 'logs', 'events', 'rejected', 'queues']);
  if (!data) return html`<${Loading} error=${found.error ?? error} />`;
  return html`
    <ol class="steps">
      <li><h3>The gateway answers</h3>
        <p><${Badge} kind=${data.request.status < 300 ? 'good' : 'bad'}>${data.request.status}<//> ${data.request.status < 300
          ? 'The request is stored. Rules judge it later, so that nobody can try out signatures by the answer.'
          : 'The request is refused. Tag Manager shows the tag as failed.'}</p>
        <p class="quiet">Request ${data.request.id}, <${Time} at=${data.request.at} /></p>
        <${Calls} caption="Calls of the gateway" of=${data.calls} />
      </li>
      ${data.message && html`
        <li><h3>The queue keeps it</h3>
          <p>${data.queued ? data.queued.givenUp ? html`<${Badge} kind="bad">given up<//> It failed too often, and waits among the <a
            href="#/queues">dead letters</a>.`
            : html`<${Badge} kind="warn">waiting<//> A function takes it within seconds.` : 'It was taken, and is gone from the queue.'}</p>
          <${Code} label="The queue's message" text=${data.message} />
        </li>`}
      ${data.invocations.map(each => html`
        <li key=${each.beganAt}><h3>${each.function} works on it</h3>
          <p>${each.cameBack && html`<${Badge} kind="warn">came back<//> `}${each.messages === 1 ? 'Alone'
            : `With ${each.messages - 1} others`}, for ${Math.max(0, Date.parse(each.endedAt) - Date.parse(each.beganAt))} ms.</p>
          <${Calls} caption=${`Calls of ${each.function}`} of=${each.calls} />
          ${each.lines.length > 0 && html`<details><summary>${each.lines.length} log lines meanwhile</summary><${Code} label="Log lines"
            text=${each.lines.map(line => line.text).join('\n')} /></details>`}
        </li>`)}
      <li><h3>What became of it</h3><${Fate} of=${data} /></li>
    </ol>`;
}

function Fate({ of }) {
  if (of.recorded) {
    return html`
      <p role="status"><${Badge} kind="good">recorded<//> ${of.recorded.eventType} of <a
        href=${`#/customers?search=${encodeURIComponent(of.recorded.endpointId)}`}>${of.recorded.endpointId}</a>.
        ${of.recordedInPart && ' What it says of the user was refused.'}</p>
      <${Json} label="The event as it is stored" of=${of.recorded} />
      ${of.endpoint && html`<details><summary>The endpoint now</summary><${Json} label="The endpoint" of=${of.endpoint} /></details>`}`;
  }
  if (of.rejection) {
    return html`
      <p role="status"><${Badge} kind="bad">rejected<//> <code>${of.rejection.reason}</code>: ${of.rejection.message}</p>
      <p><strong>How to mend it.</strong> ${Mend[of.rejection.reason] ?? html`Look the reason up in <code>docs/gtm.md</code>.`}</p>`;
  }
  if (of.request.status >= 300) {
    return html`<p role="status"><${Badge} kind="bad">refused<//> Nothing was stored. ${of.request.status === 400
      ? 'The event or the endpoint id has no value: push both.' : of.request.status === 429 ? 'Too many requests came at once.'
        : 'See the calls above.'}</p>`;
  }
  return html`<p role="status"><${Badge} kind="warn">under way<//> This page says more by itself.</p>`;
}

const Calls = ({ caption, of }) => html`
  <${Table} caption=${caption} rows=${of} rowKey=${call => call.number} isBad=${call => call.status >= 400 || call.status === 0}
    empty=${html`<p class="quiet">No AWS call.</p>`} columns=${[
      { name: 'Call', cell: call => `${call.service} ${call.operation}` },
      { name: 'As', className: 'long', cell: call => call.principal.split('/').at(-1) },
      { name: 'Answer', cell: call => `${call.status || 'none'} ${call.error ?? ''}` },
      { name: 'Allowed by', className: 'long', cell: call => call.denial ? html`<${Badge} kind="bad">denied<//> ${call.denial}`
        : html`<${Allowed} by=${call.allowedBy} />` },
    ]} />`;

const Allowed = ({ by }) => by ? html`
  <details><summary>${by.sid}</summary><p
    class="quiet">Policy ${by.policy}: ${by.actions.join(', ')} on ${by.resources.join(', ')}</p></details>`
  : 'the resource’s own policy';
