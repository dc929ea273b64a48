using System.Diagnostics.CodeAnalysis;
using Engagement.Identity;

namespace Engagement.Consent;

/// <summary>Makes the links by which readers of messages unsubscribe.</summary>
/// <param name="keys">The keys that they are made with.</param>
/// <param name="page">Address of the page, without a query; it begins with <c>https:</c>, which RFC 8058 asks for.</param>
public sealed class UnsubscribeLinks(SigningKeyCache keys, string page)
{
    /// <summary>The name that the token has in a link.</summary>
    public const string TokenParameter = "t";

    /// <summary>The link of a message to an address; null when the keys cannot be read.</summary>
    /// <param name="address">The address, in any spelling.</param>
    /// <param name="topic">Name of the message's topic.</param>
    /// <param name="cancellation">Ends the call.</param>
    [SuppressMessage("Design", "CA1055", Justification = "It goes into headers and texts as it is.")]
    public async ValueTask<string?> CreateAsync(string address, string topic, CancellationToken cancellation) =>
        (keys.Fresh ?? await keys.ReadAsync(cancellation)) is { } known
            ? $"{page}?{TokenParameter}={UnsubscribeToken.Create(new(AddressKey.From(address), topic), known)}"
            : null;
}
