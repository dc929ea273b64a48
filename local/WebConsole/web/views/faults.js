import { Badge, Button, Empty, ErrorNote, Field, Loading, Page, Table, html, send, useAction, useLive, useState } from '../ui.js';

export default { path: 'faults', title: 'Faults', group: 'Try', component: Faults };

// What each shows: somebody who puts it in force should know what to look at.
const samples = [
  { title: 'Every second call to the platform fails', shows: 'Events wait in the queue and are tried again. None is lost: see Queues and the sums in the overview.',
    fault: { service: '*', operation: '*', error: 'ServiceUnavailable', rate: 0.5 } },
  { title: 'Answers are lost', shows: 'A call succeeds but its caller never hears of it, and does it again. Nobody gets a message twice.',
    fault: { service: '*', operation: '*', lost: true, rate: 0.1 } },
  { title: 'Functions are killed', shows: 'One in five invocations ends in the midst. The queue delivers its messages again.',
    fault: { service: 'lambda', operation: 'Invoke', kill: true, rate: 0.2 } },
  { title: 'Slow', shows: 'Each call takes 300 ms longer. Work piles up in front of the functions.',
    fault: { service: '*', operation: '*', delayMs: 300 } },
];

function Faults() {
  const { data, error } = useLive('faults', ['faults', 'calls']);
  const add = useAction(fault => send('POST', 'faults', fault));
  const clear = useAction(() => send('DELETE', 'faults'));
  return html`
    <${Page} title="Faults" lead="Make AWS fail on purpose, and see that nothing is lost."
      actions=${data?.length > 0 && html`<${Button} busy=${clear.busy} onClick=${clear.run}>End all faults<//>`}>
      <${ErrorNote} error=${add.error ?? clear.error} />
      <h2>In force</h2>
      ${!data ? html`<${Loading} error=${error} />` : html`
        <${Table} caption="Faults in force" rows=${data} empty=${html`<p class="quiet">None: AWS works as it should.</p>`} columns=${[
          { name: 'Calls', cell: each => `${each.service} ${each.operation}` },
          { name: 'What happens', className: 'long', cell: each => html`<${Badge} kind="warn">${saying(each)}<//>` },
          { name: 'Struck', className: 'number', cell: each => each.hits ?? each.struck ?? '' },
        ]} />`}
      <h2>Put one in force</h2>
      <${Table} caption="Faults to try" rows=${samples} columns=${[
        { name: 'Fault', cell: each => each.title },
        { name: 'What it shows', className: 'long', cell: each => each.shows },
        { name: 'Action', cell: each => html`<${Button} busy=${add.busy} onClick=${() => add.run(each.fault)} aria-label=${`Switch on: ${each.title}`}>Switch on<//>` },
      ]} />
      <h2>Your own</h2>
      <${Own} add=${add} />
    <//>`;
}

function Own({ add }) {
  const [text, setText] = useState('{"service":"dynamodb","operation":"UpdateItem","error":"ThrottlingException","rate":0.3}');
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
        ${input => html`<textarea ...${input} rows="3" spellcheck=${false} value=${text} onInput=${event => setText(event.target.value)}></textarea>`}
      <//>
      <${Button} type="submit" kind="primary" busy=${add.busy}>Switch on<//>
    </form>`;
}

const saying = fault => Object.entries(fault)
  .filter(([name, value]) => !['service', 'operation', 'hits', 'struck', 'calls'].includes(name) && value !== null && value !== false)
  .map(([name, value]) => `${name} ${value === true ? '' : value}`.trim()).join(', ');
