using Engagement.Identity;

namespace Engagement.Consent;

/// <summary>Reads the links that this stack has made.</summary>
/// <param name="keys">The keys that they are made with.</param>
public sealed class LinkReader(SigningKeyCache keys)
{
    /// <summary>Reads a link's token.</summary>
    /// <param name="token">The token, which may be anything.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task<ReadLink> ReadAsync(string? token, CancellationToken cancellation)
    {
        if (await keys.ReadAsync(cancellation) is not { } known)
        {
            return new(HasKeys: false, Link: null);
        }

        // A link that fits no known key may be made with one that has been rotated in since.
        var link = UnsubscribeToken.Read(token, known)
            ?? (await keys.ReadAgainAsync(cancellation) is { } renewed ? UnsubscribeToken.Read(token, renewed) : null);
        return new(HasKeys: true, link);
    }
}
