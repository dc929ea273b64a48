// The one stream of changes. It says the whole state each time, so a lost connection loses nothing: the browser connects again by
// itself and hears what is different now.

const listeners = new Set();
let state = { isUp: false, now: null, ahead: 0, versions: {} };
let connected = null;
let arrivedAt = 0;

export function start() {
  const source = new EventSource('/_local/stream');
  source.addEventListener('state', event => {
    state = JSON.parse(event.data);
    arrivedAt = Date.now();
    connected = true;
    tell();
  });
  source.addEventListener('error', () => {
    connected = false;
    tell();
  });
}

/** What the stream said last: isUp, now, ahead (seconds), versions by topic. */
export const current = () => state;

/** True and false; null until the first word. */
export const isConnected = () => connected;

/** The cloud's time at this moment, in milliseconds; null until it is known. */
export const cloudNow = () => state.now === null ? null : Date.parse(state.now) + Date.now() - arrivedAt;

/** Calls back after each change; the answer ends that. */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The versions of these topics as one text, which differs when one of them has changed. */
export const versionOf = topics => topics.map(topic => state.versions[topic] ?? 0).join(',');

function tell() {
  for (const listener of listeners) listener();
}
