using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Engagement.Sending;

namespace Handlers.Tests.CompanyEvents;

/// <summary>What tests of sending compare, as text.</summary>
internal static class Shown
{
    /// <summary>An outcome, such as <c>Refused optedOut</c>.</summary>
    public static string Of(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent sent => $"Sent {sent.MessageId}",
        SendOutcome.NotSent notSent => $"NotSent {notSent.Reason}",
        SendOutcome.Refused refused => $"Refused {refused.Reason}",
        SendOutcome.Unknown unknown => $"Unknown {unknown.Reason}",
        SendOutcome.Stopped stopped => $"Stopped {stopped.Reason}",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>JSON without escapes.</summary>
    public static string Json(string json) =>
        JsonNode.Parse(json)!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
