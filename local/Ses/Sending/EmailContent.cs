using System.Text.Json;

namespace Engagement.Local.Ses.Sending;

/// <summary>What a message says: exactly one of these.</summary>
internal sealed record EmailContent
{
    public SimpleMessage? Simple { get; init; }

    public JsonElement? Raw { get; init; }

    public JsonElement? Template { get; init; }
}
