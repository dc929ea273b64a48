namespace Engagement.Consent;

/// <summary>What a link in a message stands for: that the reader at an address may choose, and what the message was about.</summary>
/// <param name="Address">The address, see <see cref="AddressKey"/>.</param>
/// <param name="Topic">Name of the topic.</param>
public sealed record UnsubscribeLink(string Address, string Topic);
