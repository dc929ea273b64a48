using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.Sms.ConfigurationSets;
using Engagement.Local.Sms.Protocol;

namespace Engagement.Local.Sms.Sending;

/// <summary>SendTextMessage. Every origination identity that a request names is there.</summary>
internal sealed partial class TextOperation(
    CloudContext cloud, OptOutList optedOut, TextConfigurationSets sets, Action<SentText> accepted)
{
    private const int LongestBody = 1600;
    private const int MostContext = 5;
    private const int LongestTimeToLive = 259_200;

    private static readonly string[] Undone =
        ["DestinationCountryParameters", "Keyword", "MaxPrice", "MessageFeedbackEnabled", "ProtectConfigurationId"];

    private static readonly string[] Types = ["TRANSACTIONAL", "PROMOTIONAL"];

    /// <summary>Sends, or with <c>DryRun</c> only says whether it would.</summary>
    public JsonObject Send(JsonObject body)
    {
        _ = Undone.FirstOrDefault(body.ContainsKey) is { } undone ? throw SmsError.NotDone($"member {undone}") : 0;
        CheckTimeToLive(body["TimeToLive"]);
        var text = Checked(body);
        _ = optedOut.Since(text.To) is null ? 0 : throw SmsError.Conflict("DESTINATION_PHONE_NUMBER_OPTED_OUT");
        if (body["DryRun"]?.ToString() != "true")
        {
            accepted(text);
        }

        return new() { ["MessageId"] = text.MessageId };
    }

    /// <summary>A number that a request names.</summary>
    /// <exception cref="AwsException">It is none.</exception>
    public static string Number(JsonObject body, string member) => Text(body, member) is { } number && PhoneNumber().IsMatch(number)
        ? number
        : throw SmsError.Invalid(member, "must match \\+?[1-9][0-9]{1,18}");

    private SentText Checked(JsonObject body)
    {
        var message = Text(body, "MessageBody") is { } text && !string.IsNullOrWhiteSpace(text) && text.Length <= LongestBody
            ? text
            : throw SmsError.Invalid("MessageBody", $"must hold a text of 1 to {LongestBody} characters");
        var parts = TextParts.From(message);
        return new()
        {
            At = cloud.Clock.GetUtcNow(),
            MessageId = Guid.NewGuid().ToString(),
            To = OptOutList.Plain(Number(body, "DestinationPhoneNumber")),
            Origination = Text(body, "OriginationIdentity") ?? throw SmsError.Conflict("NO_ORIGINATION_IDENTITIES_FOUND"),
            MessageType = Type(Text(body, "MessageType") ?? Types[0]),
            Body = parts.Fits ? message : throw SmsError.Invalid("MessageBody", "is longer than ten parts"),
            Parts = parts.Count,
            IsGsm = parts.IsGsm,
            ConfigurationSet = Text(body, "ConfigurationSetName") is { } set ? sets.Get(set).Name : null,
            Context = Context(body),
        };
    }

    private static string Type(string type) =>
        Types.Contains(type) ? type : throw SmsError.Invalid("MessageType", $"is one of {string.Join(", ", Types)}");

    private static void CheckTimeToLive(JsonNode? seconds) =>
        _ = seconds is null || (seconds is JsonValue value && value.TryGetValue(out int time) && time is >= 5 and <= LongestTimeToLive)
            ? seconds
            : throw SmsError.Invalid("TimeToLive", $"must be 5 to {LongestTimeToLive} seconds");

    private static Dictionary<string, string> Context(JsonObject body) => body["Context"] is not JsonObject context
        ? []
        : context.Count <= MostContext
            && context.All(pair => $"{pair.Value}".Length is >= 1 and <= 800 && pair.Key.Length is >= 1 and <= 100)
        ? context.ToDictionary(pair => pair.Key, pair => $"{pair.Value}")
        : throw SmsError.Invalid("Context", $"has at most {MostContext} texts of 1 to 800 characters");

    private static string? Text(JsonObject body, string member) =>
        body[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    [GeneratedRegex(@"^\+?[1-9][0-9]{1,18}\z")]
    private static partial Regex PhoneNumber();
}
