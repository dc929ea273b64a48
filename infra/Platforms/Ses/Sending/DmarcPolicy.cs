namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>What receivers are asked to do with mail that does not prove that it comes from the domain (RFC 7489).</summary>
/// <param name="Policy"><c>none</c>, <c>quarantine</c> or <c>reject</c>.</param>
/// <param name="Reports">Address that gets receivers' daily reports; null where none are wanted.</param>
internal sealed record DmarcPolicy(string Policy, string? Reports)
{
    /// <summary>The text of the domain's record.</summary>
    public string Record => $"v=DMARC1; p={Policy}" + (Reports is null ? "" : $"; rua=mailto:{Reports}");
}
