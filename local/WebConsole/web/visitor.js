// Who visits the shop, and the signature that the shop's back end makes for those who are signed in.
import { aws } from './api.js';
import { get } from './ui.js';

/** What the page pushes first: endpoint_id, and for those who are signed in user_id, exp and sig. */
export async function identify({ endpointId, userId, signature }) {
  if (signature === 'none') return { endpoint_id: endpointId, user_id: undefined, exp: undefined, sig: undefined };
  const now = Math.floor(Date.parse((await get('clock')).now) / 1000);
  const exp = signature === 'expired' ? now - 60 : now + 3600;
  const key = signature === 'wrong' ? 'another-key' : await currentKey();
  return { endpoint_id: endpointId, user_id: userId, exp, sig: await sign(`${endpointId}\n${userId}\n${exp}`, key) };
}

// As the back end reads it: from Secrets Manager.
async function currentKey() {
  const secret = (await get('resources')).find(each => each.type === 'aws:secretsmanager/secret:Secret' && /sign/i.test(each.name));
  if (!secret) throw new Error('The stack declares no secret to sign with.');
  const answer = await aws('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: secret.id });
  return JSON.parse(answer.SecretString).current;
}

async function sign(text, key) {
  const bytes = value => new TextEncoder().encode(value);
  const imported = await crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const made = new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes(text)));
  return btoa(String.fromCharCode(...made)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
