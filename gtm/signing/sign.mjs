import { createHmac } from 'node:crypto';

// endpointId, userId and expiry (Unix seconds, at most 31 days ahead) as the page sends them; userId is '' where it sends none.
export function sign(endpointId, userId, expiry, key) {
  return createHmac('sha256', key).update(`${endpointId}\n${userId}\n${expiry}`).digest('base64url');
}
