using System.Globalization;
using Engagement.Customers;

namespace Engagement.Consent;

/// <summary>
/// A request that was stored before it was answered. In the queue it is one URL-encoded line: <c>id</c> and <c>at</c> (Unix milliseconds),
/// which the server knows, and <c>t</c> and <c>body</c>, which the caller sent.
/// </summary>
/// <param name="Stamp">When it came, and its id.</param>
/// <param name="Token">The link's token, which may be anything.</param>
/// <param name="Body">The request's body, which may be anything.</param>
public sealed record UnsubscribeRequest(UpdateStamp Stamp, string Token, string Body)
{
    /// <summary>Reads a message of the queue; null when the API did not write it.</summary>
    public static UnsubscribeRequest? Parse(string? message) =>
        message is not null && FormFields.Read(message) is { } fields
        && fields["id"].FirstOrDefault() is { Length: > 0 } id
        && long.TryParse(fields["at"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new(
                new(DateTimeOffset.FromUnixTimeMilliseconds(at), id),
                fields[UnsubscribeLinks.TokenParameter].FirstOrDefault() ?? "",
                fields["body"].FirstOrDefault() ?? "")
            : null;
}
