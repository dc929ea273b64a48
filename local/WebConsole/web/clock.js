// The cloud's clock, and moving it on.
import { Badge, Button, ErrorNote, html, send, useAction, useCloud, useEffect, useLive, useState } from './ui.js';
import * as live from './live.js';

const date = new Intl.DateTimeFormat(undefined, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' });
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

export function Clock() {
  useCloud();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(count => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const move = useAction(advance => send('POST', 'clock', { advance }));
  const cloud = live.current();
  const calendar = useLive(cloud.isUp ? 'calendar?days=7' : null, ['clock', 'deployments', 'notifications']);
  const now = live.cloudNow();
  if (now === null) return null;
  const due = calendar.data?.find(entry => entry.messages > 0);
  return html`
    <section class="clock" aria-label="The cloud's clock">
      <p class="now"><span>${time.format(now)}</span> <span class="quiet">${new Date(now).toISOString().slice(11, 16)} UTC</span></p>
      <p class="quiet">${date.format(now)} <${Ahead} seconds=${live.current().ahead} /></p>
      <div class="row">
        <${Button} busy=${move.busy} onClick=${() => move.run('PT1H')}>+1 hour<//>
        <${Button} busy=${move.busy} onClick=${() => move.run('P1D')}>+1 day<//>
      </div>
      ${due && html`
        <${Button} busy=${move.busy} onClick=${() => move.run(until(due.at))}>To the next messages<//>
        <p class="quiet">${due.messages} of ${due.template}, <${Hour} at=${due.at} /></p>`}
      <p class="quiet" role="status">${move.busy ? 'Time passes: everything that is due by then happens first.' : ''}</p>
      <${ErrorNote} error=${move.error} />
    </section>`;
}

const Ahead = ({ seconds }) => {
  if (Math.abs(seconds) < 60) return null;
  const days = Math.floor(seconds / 86400);
  const hours = Math.round((seconds % 86400) / 360) / 10;
  return html`<${Badge}>${[days > 0 && `${days} d`, hours > 0 && `${hours} h`].filter(Boolean).join(' ')} ahead<//>`;
};

const Hour = ({ at }) => html`<time datetime=${at}>${date.format(new Date(at))}, ${time.format(new Date(at)).slice(0, 5)}</time>`;

/** How far it is to the end of an hour: what is due in it has gone out by then. */
function until(hour) {
  const seconds = Math.max(1, Math.ceil((Date.parse(hour) + 3_600_000 - live.cloudNow()) / 1000));
  return `PT${seconds}S`;
}
