import { Badge, Button, ErrorNote, Field, Loading, Page, Table, html, send, useAction, useLive, useState } from '../ui.js';

export default { path: 'faults', title: 'Faults', group: 'Try', component: Faults };

// What each shows: a viewer who puts it in force should know what to look at.
const samplesOf = (recording, error) => [
  { title: 'Half of what is recorded is throttled', fault: { ...recording, error, rate: 0.5 },
    shows: 'Events wait in their queue and are tried again. In the end all are recorded.' },
  { title: 'One answer in ten is lost', fault: { ...recording, lost: true, rate: 0.1 },
    shows: 'The call is done, but its caller does not hear of it and does it again. An event may be recorded twice, and none is lost.' },
  { title: 'One run of a function in five is killed', fault: { service: 'lambda', operation: 'Invoke', kill: true, rate: 0.2 },
    shows: 'The queue delivers the messages of that run again. Nobody gets a message twice.' },
  { title: 'The ledgers are slow', fault: { service: 'dynamodb', delay: 'PT0.3S' },
    shows: 'Each call takes 0.3 seconds longer. Work piles up in front of the functions, and is done.' },
  { title: 'A third of the writes is refused', fault: { service: 'dynamodb', operation: 'UpdateItem',
    error: 'ProvisionedThroughputExceededException', rate: 0.3 },
    shows: 'Functions try again, and put off what they cannot do. Sums agree in the end.' },
];

const onPinpoint = samplesOf({ service: 'pinpoint', operation: 'PutEvents' }, 'TooManyRequestsException');
const onSes = samplesOf({ service: 'firehose', operation: 'PutRecordBatch' }, 'ServiceUnavailableException');

function Faults() {
  const { data, error } = useLive('faults', ['faults', 'calls']);
  const outputs = useLive('outputs', ['deployments']);
  const add = useAction(fault => send('POST', 'faults', fault));
  const end = useAction(path => send('DELETE', path));
  const samples = !outputs.data ? [] : outputs.data.pinpointApplicationId ? onPinpoint : onSes;
  return html`
    <${Page} title="Faults" lead="Make AWS fail on purpose, and see that nothing is lost."
      actions=${data?.length > 0 && html`<${Button} busy=${end.busy} onClick=${() => end.run('faults')}>End all faults<//>`}>
      <${ErrorNote} error=${add.error ?? end.error} />
      <h2>In force</h2>
      ${!data ? html`<${Loading} error=${error} />` : html`
        <${Table} caption="Faults in force" rows=${data} rowKey=${each => each.id}
          empty=${html`<p class="quiet">None: AWS works as it should.</p>`} columns=${[
            { name: 'Calls', cell: each => `${each.fault.service} ${each.fault.operation}` },
            { name: 'What happens', className: 'long', cell: each => html`<${Badge} kind="warn">${saying(each.fault)}<//>` },
            { name: 'Struck', className: 'number', cell: each => `${each.struck} of ${each.matched}` },
            { name: 'Action', cell: each => html`<${Button} busy=${end.busy} onClick=${() => end.run(`faults/${each.id}`)}
              aria-label=${`Switch off: ${saying(each.fault)}`}>Switch off<//>` },
          ]} />`}
      <h2>Put one in force</h2>
      <ul class="choices">
        ${samples.map(each => html`
          <li key=${each.title}>
            <div><h3>${each.title}</h3><p>${each.shows}</p></div>
            <${Button} busy=${add.busy} onClick=${() => add.run(each.fault)} aria-label=${`Switch on: ${each.title}`}>Switch on<//>
          </li>`)}
      </ul>
      <h2>Your own</h2>
      <${Own} add=${add} />
    <//>`;
}

function Own({ add }) {
  const [text, setText] = useState(
    '{"service":"dynamodb","operation":"UpdateItem","error":"ProvisionedThroughputExceededException","rate":0.3}',
  );
  const [wrong, setWrong] = useState(null);
  const submit = event => {
    event.preventDefault();
    try {
      setWrong(null);
      add.run(JSON.parse(text));
    } catch (error) {
      setWrong(`This is not JSON: ${error.message}`);
    }
  };
  return html`
    <form onSubmit=${submit}>
      <${Field} label="Fault as JSON" error=${wrong} hint="The members are in docs/local.md, under Faults.">
        ${input => html`<textarea ...${input} rows="3" spellcheck=${false} value=${text} onInput=${event =>
          setText(event.target.value)}></textarea>`}
      <//>
      <${Button} type="submit" kind="primary" busy=${add.busy}>Switch on<//>
    </form>`;
}

const saying = fault => Object.entries(fault)
  .filter(([name]) => !['service', 'operation', 'seed', 'status'].includes(name))
  .map(([name, value]) => value === true ? name : `${name} ${value}`)
  .join(', ');
