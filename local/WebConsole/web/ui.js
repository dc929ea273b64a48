// What all views are built of. Everything is set as text or as an attribute, never as markup: what visitors sent is shown here.
import { html, useCallback, useEffect, useMemo, useRef, useState } from './vendor/preact.js';
import * as live from './live.js';
import { get } from './api.js';

export { html, useCallback, useEffect, useMemo, useRef, useState };
export { authorization, aws, get, send, sendForLines } from './api.js';

/** The shortest time between two loads of the same thing, in milliseconds: much may happen meanwhile. */
const Pause = 400;

/** What the stream said last; the component is drawn anew when it changes. */
export function useCloud() {
  const [, draw] = useState(0);
  useEffect(() => live.listen(() => draw(count => count + 1)), []);
  return live.current();
}

/**
 * What a path of the control API answers, loaded again whenever one of the topics changed; a path of null loads nothing.
 * Loads of the same thing never overlap. What was loaded stays while the next is on its way, or when it fails.
 */
export function useLive(path, topics = []) {
  const [result, setResult] = useState({ path: null, data: null, error: null });
  const [asked, setAsked] = useState(0);
  const key = topics.join();
  useEffect(() => {
    if (path === null) return undefined;
    let [ended, loading, seen, timer] = [false, false, null, null];
    const load = async () => {
      timer = null;
      if (loading || ended) return;
      loading = true;
      seen = live.versionOf(topics);
      try {
        const data = await get(path);
        if (!ended) setResult({ path, data, error: null });
      } catch (error) {
        if (!ended) setResult(last => ({ path, data: last.path === path ? last.data : null, error }));
      }
      loading = false;
      check();
    };
    const check = () => {
      if (!ended && !loading && timer === null && seen !== live.versionOf(topics)) timer = setTimeout(load, seen === null ? 0 : Pause);
    };
    const end = live.listen(check);
    load();
    return () => {
      ended = true;
      clearTimeout(timer);
      end();
    };
  }, [path, key, asked]);
  const shown = result.path === path ? result : { data: null, error: null };
  return { data: shown.data, error: shown.error, reload: useCallback(() => setAsked(count => count + 1), []) };
}

/** Runs an action of the user: what it is doing, and what went wrong. */
export function useAction(action) {
  const [state, setState] = useState({ busy: false, error: null });
  const run = async (...values) => {
    setState({ busy: true, error: null });
    try {
      const answer = await action(...values);
      setState({ busy: false, error: null });
      return answer;
    } catch (error) {
      setState({ busy: false, error });
      return undefined;
    }
  };
  return { ...state, run };
}

export function Page({ title, lead, actions, children }) {
  useEffect(() => { document.title = `${title} · Local cloud`; }, [title]);
  return html`
    <header class="page-head">
      <div><h1 tabindex="-1">${title}</h1>${lead && html`<p class="lead">${lead}</p>`}</div>
      ${actions && html`<div class="actions">${actions}</div>`}
    </header>
    ${children}`;
}

/** Rows as a table. A column has a name and cell(row); href(row) makes the first cell a link. */
export function Table({ caption, columns, rows, rowKey = (row, index) => index, href, empty, isBad = () => false }) {
  if (rows.length === 0) return typeof empty === 'string' ? html`<p class="quiet">${empty}</p>` : empty ?? null;
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table>
        <caption class="hidden">${caption}</caption>
        <thead><tr>${columns.map(column => html`<th scope="col" class=${column.className}>${column.name}</th>`)}</tr></thead>
        <tbody>
          ${rows.map((row, index) => html`
            <tr key=${rowKey(row, index)} class=${isBad(row) ? 'bad' : ''}>
              ${columns.map((column, place) => html`
                <td class=${column.className}>
                  ${place === 0 && href ? html`<a href=${href(row)}>${column.cell(row)}</a>` : column.cell(row)}
                </td>`)}
            </tr>`)}
        </tbody>
      </table>
    </div>`;
}

const inZone = new Intl.DateTimeFormat(undefined, {
  year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

/** An instant in the viewer's zone, with the cloud's time (UTC) beside it. */
export function Time({ at }) {
  if (!at) return null;
  const date = new Date(at);
  const utc = date.toISOString();
  const offset = date.getTimezoneOffset() === 0;
  return html`
    <time datetime=${utc} title=${`${utc} (the cloud's time)`}>
      ${inZone.format(date)}${offset ? html` <span class="quiet">UTC</span>` : html` <span class="quiet">${utc.slice(11, 16)} UTC</span>`}
    </time>`;
}

export const Empty = ({ title, children }) => html`<div class="empty"><h2>${title}</h2><div>${children}</div></div>`;

export const Badge = ({ kind = 'plain', children }) => html`<span class=${`badge ${kind}`}>${children}</span>`;

export const Button = ({ onClick, kind = '', busy = false, disabled = false, type = 'button', children, ...rest }) => html`
  <button ...${rest} type=${type} class=${kind} onClick=${onClick} disabled=${disabled || busy} aria-busy=${busy}>${children}</button>`;

let fields = 0;

/** A label with its input: children is a function of the input's attributes. */
export function Field({ label, hint, error, children }) {
  const id = useMemo(() => `field-${++fields}`, []);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${children({ id, 'aria-describedby': described, 'aria-invalid': error ? 'true' : undefined })}
      ${hint && html`<p class="quiet" id=${`${id}-hint`}>${hint}</p>`}
      ${error && html`<p class="wrong" id=${`${id}-error`}>${error}</p>`}
    </div>`;
}

/** Names with their values; a value of null or undefined is left out. */
export const Facts = ({ of }) => html`
  <dl class="facts">
    ${of.filter(([, value]) => value !== null && value !== undefined).map(([name, value]) =>
      html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;

export const Code = ({ text, label }) => html`<pre tabindex="0" aria-label=${label ?? 'Text'}><code>${text}</code></pre>`;

/** A value as indented JSON. */
export const Json = ({ of, label }) => html`<${Code} label=${label ?? 'JSON'} text=${JSON.stringify(of, null, 2)} />`;

export const Tabs = ({ label, tabs, at, hrefOf }) => html`
  <nav class="tabs" aria-label=${label}>
    ${tabs.map(tab => html`<a href=${hrefOf(tab)} aria-current=${tab === at ? 'page' : undefined}>${tab}</a>`)}
  </nav>`;

export const ErrorNote = ({ error }) => error ? html`<p class="wrong" role="alert">${error.message}</p>` : null;

/** While nothing is there yet: what is on its way, or why it did not come. */
export const Loading = ({ error }) => error ? html`<${ErrorNote} error=${error} />` : html`<p class="quiet" role="status">Loading.</p>`;
