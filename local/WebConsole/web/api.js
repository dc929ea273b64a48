// The control API. Every failure is an Error whose message can be shown.

const Base = '/_local/';

/** The answer of a GET as JSON. */
export const get = path => send('GET', path);

/** Sends JSON, and answers with JSON; null where the answer has no body. */
export async function send(method, path, body) {
  const response = await reach(method, path, body);
  const text = await response.text();
  const answer = isJson(response) && text !== '' ? JSON.parse(text) : text === '' ? null : text;
  if (!response.ok) throw new Error(messageOf(answer, response, path));
  return answer;
}

/** Sends JSON, and gives each line of the answer as it comes. */
export async function sendForLines(method, path, body, take) {
  const response = await reach(method, path, body);
  if (!response.ok) throw new Error(messageOf(isJson(response) ? await response.json() : null, response, path));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    for (const line of lines) take(JSON.parse(line));
  }
}

async function reach(method, path, body) {
  try {
    return await fetch(Base + path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Error('The local cloud does not answer. Is it still running?');
  }
}

const isJson = response => (response.headers.get('Content-Type') ?? '').includes('json');

const messageOf = (answer, response, path) =>
  (answer && typeof answer === 'object' && (answer.message ?? answer.error)) || `${path}: the local cloud answered ${response.status}.`;

/** Says which service of which region is meant, as a signature does. The local cloud reads no more of it: any credentials do. */
export const authorization = (service, region) =>
  `AWS4-HMAC-SHA256 Credential=console/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`;

/** Calls an operation of a service of AWS with a JSON protocol, as the account itself: any credentials do. */
export async function aws(service, target, body) {
  const response = await fetch('/', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': target,
      Authorization: authorization(service, 'eu-west-1'),
    },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? answer.Message ?? `${target}: the local cloud answered ${response.status}.`);
  return answer;
}
