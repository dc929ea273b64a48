using System.Globalization;
using Engagement.Definitions;
using Engagement.Identity;

namespace Engagement.Pixel;

/// <summary>
/// Who vouches for a request. No signature: an anonymous event is recorded without user id and user attributes, a signed one is not.
/// A signature that is expired or wrong: not recorded, whichever the event, since the caller meant to vouch and did not.
/// </summary>
internal static class IdentityRules
{
    // As seconds it is in the year 5138, as milliseconds in 1973.
    private const long LeastMilliseconds = 100_000_000_000;

    /// <summary>Whether a request claims to be vouched for. An expiry alone claims nothing.</summary>
    public static bool IsSigned(in PixelCall call) => call.Signature is not null;

    /// <summary>What is wrong before any key is needed.</summary>
    public static Rejection? Objection(in PixelCall call, DateTimeOffset at)
    {
        if (!IsSigned(call))
        {
            return call.Planned?.Identity == EventIdentity.Signed
                ? new(RejectionReason.SignatureMissing, "the event needs an identity signature ('sig' and 'exp')")
                : null;
        }

        if (!long.TryParse(call.Expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var expiry))
        {
            return new(RejectionReason.SignatureInvalid, "the identity signature comes without a usable 'exp' (Unix seconds)");
        }

        if (expiry >= LeastMilliseconds)
        {
            return new(
                RejectionReason.ExpiryInMilliseconds, "'exp' is in milliseconds; it is expected in Unix seconds, such as 1796122800");
        }

        // As in JSON Web Tokens, the second of the expiry is the first in which the signature is no longer valid.
        return at.ToUnixTimeSeconds() >= expiry
            ? new(RejectionReason.SignatureExpired, "the identity signature had expired when the request was made")
            : call.UserId is null ? null : CallRules.IdObjection(call.UserId, ParameterNames.UserId);
    }

    /// <summary>What is wrong with the signature itself.</summary>
    public static Rejection? SignatureObjection(in PixelCall call, DateTimeOffset at, SigningKeys keys, TimeSpan maximumValidity)
    {
        if (!IdentitySignature.Verify(call.Signature, call.EndpointId, call.UserId, call.Expiry, keys))
        {
            return new(
                RejectionReason.SignatureInvalid, "the identity signature does not fit the endpoint, the user, the expiry and the key");
        }

        var expiry = long.Parse(call.Expiry!, NumberStyles.None, CultureInfo.InvariantCulture);
        return expiry - at.ToUnixTimeSeconds() > maximumValidity.TotalSeconds
            ? new(
                RejectionReason.ExpiryTooFar,
                $"the identity signature is valid for more than {maximumValidity.TotalDays:0.##} days after the request (setting "
                    + "identity:maximumValidityDays)")
            : null;
    }
}
