import { Badge, Button, Code, Empty, ErrorNote, Field, Loading, Page, Table, html, useAction, useLive, useMemo, useState } from '../ui.js';
import { TagManager } from '../tag-manager.js';
import { Trace } from '../trace.js';
import { identify } from '../visitor.js';

export default { path: 'tag', title: 'Try a tag', group: 'Try', component: Tag };

const Goods = [{ name: 'Scarf', price: 19.9 }, { name: 'Coat', price: 129 }];

function Tag() {
  const { data, error } = useLive('outputs', ['deployments']);
  if (!data) return html`<${Page} title="Try a tag"><${Loading} error=${error} /><//>`;
  return html`<${Shop} key=${data.gtmContainer} container=${data.gtmContainer} />`;
}

function Shop({ container }) {
  const manager = useMemo(() => new TagManager(container), [container]);
  const events = useMemo(() => manager.events(), [manager]);
  const [visitor, setVisitor] = useState({ endpointId: 'visitor-1', userId: 'user-001', signature: 'valid', consent: true });
  const [cart, setCart] = useState(0);
  const [fired, setFired] = useState(null);
  const push = useAction(async entry => {
    manager.consent('analytics_storage', visitor.consent ? 'granted' : 'denied');
    const identity = await identify(visitor);
    manager.fire(identity);
    const tags = manager.fire(entry);
    setFired({ entry: { ...identity, ...entry }, tags: await Promise.all(tags.map(load)) });
  });
  const knows = event => events.some(each => each.event === event);
  const add = goods => {
    setCart(cart + goods.price);
    push.run({ event: 'cart_updated', value: cart + goods.price });
  };
  return html`
    <${Page} title="Try a tag"
      lead="A small shop with Google Tag Manager on it. What you do is pushed to the page’s data layer, and a tag loads an image with it. Then follow the event to where it is stored.">
      <div class="columns">
        <section aria-labelledby="visitor"><h2 id="visitor">The visitor</h2><${Visitor} of=${visitor} set=${setVisitor} /></section>
        <section aria-labelledby="shop"><h2 id="shop">The shop</h2>
          <ul class="inline">${Goods.map(goods => html`
            <li><${Button} busy=${push.busy} disabled=${!knows('cart_updated')} onClick=${() => add(goods)}>Add
              a ${goods.name.toLowerCase()}, ${goods.price} EUR<//></li>`)}</ul>
          <p><${Button} kind="primary" busy=${push.busy} disabled=${!knows('purchase_success') || cart === 0}
            onClick=${() => push.run({ event: 'purchase_success', value: Math.round(cart * 100) / 100, currency: 'EUR' }).then(() =>
              setCart(0))}>Pay ${cart.toFixed(2)} EUR<//></p>
          <p><${Button} busy=${push.busy} disabled=${!knows('newsletter_signup')} onClick=${() =>
            push.run({ event: 'newsletter_signup' })}>Get the newsletter<//></p>
          <h3>Book an appointment</h3>
          <${Booking} push=${push} disabled=${!knows('appointment_booked')} />
        </section>
      </div>
      <${Own} push=${push} events=${events} />
      <${ErrorNote} error=${push.error} />
      ${fired ? html`<${Fired} key=${fired.tags.map(each => each.url).join()} of=${fired} />`
        : html`<${Empty} title="Nothing pushed yet">Put something into the cart, or book an appointment.<//>`}
    <//>`;
}

// Tag Manager's Custom Image tag: it succeeds when the image loads. The page’s own address reaches the same gateway.
function load(tag) {
  if (tag.url === null) return tag;
  const url = new URL(tag.url);
  return new Promise(resolve => {
    const image = new Image();
    image.onload = () => resolve({ ...tag, loaded: true });
    image.onerror = () => resolve({ ...tag, loaded: false });
    image.src = url.pathname + url.search;
  });
}

function Visitor({ of, set }) {
  const input = name => ({ value: of[name], onInput: event => set({ ...of, [name]: event.target.value }) });
  return html`
    <${Field} label="Browser (endpoint_id)">${field => html`<input ...${field} ...${input('endpointId')} type="text" />`}<//>
    <${Field} label="Signed in" hint="Only with a valid signature is anything stored about a person.">
      ${field => html`<select ...${field} value=${of.signature} onChange=${event => set({ ...of, signature: event.target.value })}>
        <option value="valid">yes</option><option value="none">no</option>
        <option value="expired">yes, but the signature has expired</option><option value="wrong">yes, but with another
          key</option></select>`}
    <//>
    ${of.signature !== 'none' && html`<${Field} label="Customer (user_id)">${field => html`<input ...${field} ...${input('userId')}
      type="text" />`}<//>`}
    <p><label><input type="checkbox" checked=${of.consent} onChange=${event => set({ ...of, consent: event.target.checked })} /> consents
      to analytics_storage</label></p>`;
}

function Booking({ push, disabled }) {
  const [at, setAt] = useState(() => `${new Date(Date.now() + 7 * 86400000).toISOString().slice(0, 10)}T15:00`);
  const submit = event => {
    event.preventDefault();
    push.run({ event: 'appointment_booked', location: 'Hamburg', appointment_at: at,
      tz: Intl.DateTimeFormat().resolvedOptions().timeZone });
  };
  return html`
    <form onSubmit=${submit}>
      <${Field} label="When">${field => html`<input ...${field} type="datetime-local" required value=${at} onInput=${event =>
        setAt(event.target.value)} />`}<//>
      <${Button} type="submit" busy=${push.busy} disabled=${disabled}>Book<//>
    </form>`;
}

function Own({ push, events }) {
  const [event, setEvent] = useState(events[0]?.event ?? '');
  const [text, setText] = useState(null);
  const [wrong, setWrong] = useState(null);
  const shown = text ?? JSON.stringify(sampleOf(events.find(each => each.event === event)), null, 2);
  const submit = submitted => {
    submitted.preventDefault();
    try {
      setWrong(null);
      push.run(JSON.parse(shown));
    } catch (error) {
      setWrong(`This is not JSON: ${error.message}`);
    }
  };
  return html`
    <details><summary>Any other event</summary>
      <form onSubmit=${submit}>
        <${Field} label="Event of the tracking plan">
          ${field => html`<select ...${field} value=${event} onChange=${change => { setEvent(change.target.value); setText(null); }}>
            ${events.map(each => html`<option value=${each.event}>${each.event}</option>`)}</select>`}
        <//>
        <${Field} label="What the page pushes" error=${wrong} hint="dataLayer.push(…), as JSON.">
          ${field => html`<textarea ...${field} rows="6" spellcheck=${false} value=${shown} onInput=${change =>
            setText(change.target.value)}></textarea>`}
        <//>
        <${Button} type="submit" busy=${push.busy}>Push<//>
      </form>
    </details>`;
}

const Identity = ['endpoint_id', 'user_id', 'exp', 'sig'];

const sampleOf = of => of && Object.fromEntries([['event', of.event], ...of.keys.filter(key => !Identity.includes(key)).map(key => [key,
  key === 'tz' ? Intl.DateTimeFormat().resolvedOptions().timeZone : /date|_at$/.test(key) ? '2027-12-01'
    : /value|price|amount|count/.test(key) ? 19.9 : 'text'])]);

function Fired({ of }) {
  return html`
    <h2>What the page pushed</h2>
    <${Code} label="The data layer’s entry" text=${`dataLayer.push(${JSON.stringify(of.entry, null, 2)})`} />
    ${of.tags.length === 0 && html`<p role="status"><${Badge} kind="bad">no tag fires<//> The container has no trigger
      for ${of.entry.event}. Write the event into events.yaml, deploy, and import the container again.</p>`}
    ${of.tags.map(tag => tag.url === null
      ? html`<p role="status"><${Badge} kind="warn">not fired<//> ${tag.tag} needs the consent ${tag.denied.join(', ')}, which the visitor
        denies.</p>`
      : html`
        <h2>The image</h2>
        <p role="status">${tag.tag}: <${Badge} kind=${tag.loaded ? 'good' : 'bad'}>${tag.loaded ? 'succeeded' : 'failed'}<//> ${tag.loaded
          ? 'The image loaded.' : 'The image did not load.'}</p>
        <${Address} url=${tag.url} />
        <h2>The event’s way</h2>
        <${Trace} search=${new URL(tag.url).search.split('&').at(-1)} />`)}`;
}

const Address = ({ url }) => html`
  <${Code} label="The image’s address" text=${url} />
  <${Table} caption="Parameters of the address" rows=${[...new URL(url).searchParams]} columns=${[
    { name: 'Parameter', cell: ([name]) => html`<code>${name}</code>` },
    { name: 'Value', className: 'long', cell: ([, value]) => value },
    { name: 'What it is', className: 'long', cell: ([name, value]) => meaningOf(name, value) },
  ]} />`;

function meaningOf(name, value) {
  const none = value === 'undefined' || value === '' ? ' The page pushed no value: it counts as absent.' : '';
  const known = {
    event: 'the event’s type, a name of the tracking plan', endpoint_id: 'the browser or device', tz: 'the visitor’s time zone, for dates',
    user_id: 'the customer, as the shop calls them', sig: 'the back end’s signature of endpoint_id, user_id and exp',
    exp: `until when the signature is valid${/^\d+$/.test(value) ? `: ${new Date(value * 1000).toISOString()}` : ''}`,
    gtmcb: 'a number by chance, so that the browser does not take the image from its memory',
  };
  const prefixes = { evat_: 'attribute of the event', evme_: 'number of the event',
    usat_: 'attribute of the customer: stored only with a valid signature' };
  return `${known[name] ?? prefixes[name.slice(0, 5)] ?? 'not known to the pixel'}.${none}`;
}
