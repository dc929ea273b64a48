import base64
import hashlib
import hmac


# endpoint_id, user_id and expiry (Unix seconds, at most 31 days ahead) as the page sends them; user_id is '' where it sends none.
def sign(endpoint_id, user_id, expiry, key):
    text = f"{endpoint_id}\n{user_id}\n{expiry}"
    digest = hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
