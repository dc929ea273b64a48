import { aws, Badge, Button, Empty, ErrorNote, Json, Loading, Page, Table, html, useAction, useLive } from '../ui.js';

export default { path: 'queues', title: 'Queues', group: 'Inside', component: Queues };

function Queues({ parts }) {
  return parts.length > 0 ? html`<${Queue} name=${parts[0]} />` : html`<${All} />`;
}

function All() {
  const { data, error } = useLive('queues', ['queues', 'deployments']);
  return html`
    <${Page} title="Queues"
      lead="What waits, what is being worked on, and what was given up. A message that fails too often ends in its dead-letter queue.">
      ${!data ? html`<${Loading} error=${error} />` : html`
        <${Table} caption="Queues" rows=${data} rowKey=${queue => queue.name} href=${queue => `#/queues/${encodeURIComponent(queue.name)}`}
          isBad=${queue => queue.deadLetterOf && queue.visible + queue.inFlight > 0}
          empty=${html`<${Empty} title="No queues">Deploy a stack: <code>dotnet run --project local</code>.<//>`}
          columns=${[
            { name: 'Queue', cell: queue => queue.name },
            { name: 'Kind', cell: queue => queue.deadLetterOf ? html`<${Badge} kind=${queue.visible > 0 ? 'bad' : 'plain'}>dead letters
              of ${queue.deadLetterOf}<//>` : 'work' },
            { name: 'Waiting', className: 'number', cell: queue => queue.visible },
            { name: 'In work', className: 'number', cell: queue => queue.inFlight },
            { name: 'Delayed', className: 'number', cell: queue => queue.delayed },
          ]} />`}
    <//>`;
}

function Queue({ name }) {
  const { data, error, reload } = useLive(`queues/${encodeURIComponent(name)}`, ['queues']);
  const redrive = useAction(async () => {
    await aws('sqs', 'AmazonSQS.StartMessageMoveTask', { SourceArn: data.arn });
    reload();
  });
  return html`
    <${Page} title=${name} lead=${data?.deadLetterOf ? `Messages that ${data.deadLetterOf} gave up.`
      : 'Messages that wait for their function.'}
      actions=${data?.deadLetterOf && data.messages.length > 0 && html`
        <${Button} kind="primary" busy=${redrive.busy} onClick=${redrive.run}>Redrive to ${data.deadLetterOf}<//>`}>
      <p><a href="#/queues">All queues</a></p>
      <${ErrorNote} error=${redrive.error} />
      ${!data ? html`<${Loading} error=${error} />` : data.messages.length === 0
        ? html`<${Empty} title="Nothing waits">Messages stay here for less than a second when all goes well. Put a fault in force under <a
          href="#/faults">Faults</a> to see some.<//>`
        : data.messages.map((message, index) => html`
          <section key=${message.id}>
            <h2>Message ${index + 1}</h2>
            <p class="quiet">received ${message.receiveCount} times</p>
            <${Json} label=${`Body of message ${index + 1}`} of=${parsed(message.body)} />
          </section>`)}
    <//>`;
}

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
