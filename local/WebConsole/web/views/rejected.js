import { Badge, Empty, Loading, Page, Table, Time, html, useLive } from '../ui.js';

export default { path: 'rejected', title: 'Rejected', group: 'Look', component: Rejected };

function Rejected({ search }) {
  const reason = search.get('reason');
  const { data, error } = useLive('rejected', ['rejected']);
  if (!data) return html`<${Page} title="Rejected"><${Loading} error=${error} /><//>`;
  const counts = Object.entries(Object.groupBy(data, each => each.reason)).map(([name, all]) => ({ name, count: all.length }));
  const shown = data.filter(each => reason === null || each.reason === reason).toReversed().slice(0, 200);
  return html`
    <${Page} title="Rejected"
      lead="Pixels that broke a rule of the tracking plan. They are answered like any other, and kept here with the reason.">
      ${data.length === 0 ? html`
        <${Empty} title="Nothing was rejected">Open the pixel's address with an event that the plan does not have, such
          as <code>?event=nonsense</code>.<//>` : html`
        <p class="row" role="group" aria-label="Reasons">
          <a href="#/rejected" aria-current=${reason === null ? 'true' : undefined}>All ${data.length}</a>
          ${counts.map(each => html`
            <a href=${`#/rejected?reason=${encodeURIComponent(each.name)}`} aria-current=${reason === each.name ? 'true' : undefined}>
              <${Badge} kind=${reason === each.name ? 'warn' : 'plain'}>${each.name} ${each.count}<//></a>`)}
        </p>
        <${Table} caption="Rejected requests, the latest first" rows=${shown} rowKey=${each => each.id} columns=${[
          { name: 'When', cell: each => html`<${Time} at=${each.at} />` },
          { name: 'Event', cell: each => each.eventType ?? '' },
          { name: 'Reason', cell: each => each.reason },
          { name: 'What to do', className: 'long', cell: each => each.message ?? '' },
        ]} />`}
    <//>`;
}
