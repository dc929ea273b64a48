// The frame of the console: what there is to see, the clock, and the view that the address names.
import { render } from './vendor/preact.js';
import { Badge, html, useCloud, useEffect, useRef, useState } from './ui.js';
import * as live from './live.js';
import { Clock } from './clock.js';
import overview from './views/overview.js';
import tag from './views/tag.js';
import announcements from './views/announcements.js';
import definitions from './views/definitions.js';
import customers from './views/customers.js';
import journeys from './views/journeys.js';
import outbox from './views/outbox.js';
import events from './views/events.js';
import queues from './views/queues.js';
import rejected from './views/rejected.js';
import logs from './views/logs.js';
import calls from './views/calls.js';
import faults from './views/faults.js';
import stack from './views/stack.js';

// The order of the navigation. A view says its path, its title and the heading that it stands under.
const views = [
  overview,
  tag,
  announcements,
  definitions,
  customers,
  journeys,
  outbox,
  events,
  queues,
  rejected,
  logs,
  calls,
  faults,
  stack,
];

const groups = ['', 'Try', 'Look', 'Inside'];

function addressOf(hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  const [view = '', ...parts] = path.split('/').map(part => decodeURIComponent(part));
  return { view, parts: parts.filter(part => part !== ''), search: new URLSearchParams(query) };
}

function useAddress() {
  const [address, setAddress] = useState(() => addressOf(location.hash));
  useEffect(() => {
    const follow = () => setAddress(addressOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return address;
}

function App() {
  const address = useAddress();
  const view = views.find(each => each.path === address.view) ?? views[0];
  const main = useRef(null);
  const first = useRef(true);
  useEffect(() => {
    // A viewer who reads by ear or by keyboard goes on from the new page's heading.
    if (!first.current) main.current?.querySelector('h1')?.focus({ preventScroll: true });
    first.current = false;
    scrollTo(0, 0);
  }, [view]);
  return html`
    <a class="skip" href="#main" onClick=${event => { event.preventDefault(); main.current.querySelector('h1')?.focus(); }}>To the
      content</a>
    <${Side} at=${view} />
    <main id="main" ref=${main}><${view.component} key=${view.path} parts=${address.parts} search=${address.search} /></main>`;
}

function Side({ at }) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [at]);
  return html`
    <header class="side">
      <div class="brand">
        <a href="#/">Local cloud</a>
        <button type="button" class="menu" aria-expanded=${open} aria-controls="menu" onClick=${() => setOpen(!open)}>Menu</button>
      </div>
      <${Connection} />
      <nav id="menu" aria-label="Console" class=${open ? 'open' : ''}>
        ${groups.map(group => {
          const within = views.filter(view => view.group === group);
          return within.length > 0 && html`
            ${group && html`<p class="group">${group}</p>`}
            <ul>${within.map(view => html`
              <li><a href=${`#/${view.path}`} aria-current=${view === at ? 'page' : undefined}>${view.title}</a></li>`)}</ul>`;
        })}
      </nav>
      <${Clock} />
    </header>`;
}

function Connection() {
  const cloud = useCloud();
  const connected = live.isConnected();
  return html`<p class="connection" role="status">
    ${connected === false ? html`<${Badge} kind="bad">not connected<//> The local cloud does not answer. Is it still running?`
      : connected && !cloud.isUp ? html`<${Badge} kind="warn">starting<//>` : null}
  </p>`;
}

live.start();
const root = document.getElementById('app');
root.replaceChildren();
render(html`<${App} />`, root);
