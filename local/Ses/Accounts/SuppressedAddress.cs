namespace Engagement.Local.Ses.Accounts;

/// <summary>An address on the suppression list.</summary>
/// <param name="Address">As it was put there.</param>
/// <param name="Reason"><c>BOUNCE</c> or <c>COMPLAINT</c>.</param>
/// <param name="LastUpdate">When it was put there, by the cloud's clock.</param>
internal sealed record SuppressedAddress(string Address, string Reason, DateTimeOffset LastUpdate);
