<?php

// $endpointId, $userId and $expiry (Unix seconds, at most 31 days ahead) as the page sends them; $userId is '' where it sends none.
function sign(string $endpointId, string $userId, int $expiry, string $key): string
{
    $digest = hash_hmac('sha256', "$endpointId\n$userId\n$expiry", $key, true);

    return rtrim(strtr(base64_encode($digest), '+/', '-_'), '=');
}
