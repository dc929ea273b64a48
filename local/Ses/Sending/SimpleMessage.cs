using System.Text.Json;

namespace Engagement.Local.Ses.Sending;

/// <summary>A message that SES puts together.</summary>
internal sealed record SimpleMessage
{
    public MessageText? Subject { get; init; }

    public MessageBody? Body { get; init; }

    public IReadOnlyList<NamedText>? Headers { get; init; }

    public IReadOnlyList<JsonElement>? Attachments { get; init; }
}
