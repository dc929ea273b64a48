using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Handlers.Tests.AwsSdk;

/// <summary>
/// What SQS answers: the published client compares the digests in the answers with what it sent, and fails where they differ.
/// </summary>
internal static class SqsAnswers
{
    /// <summary>The message was taken.</summary>
    public static ScriptedAnswer Sent() => Answer(request => Taken(request));

    /// <summary>The messages of the batch were taken but for the one with the id <paramref name="refused"/>.</summary>
    public static ScriptedAnswer SentBatch(string refused) => Answer(request =>
    {
        var entries = request.GetProperty("Entries").EnumerateArray().ToLookup(entry => entry.GetProperty("Id").GetString() == refused);
        return new JsonObject
        {
            ["Successful"] = new JsonArray([.. entries[false].Select(Taken)]),
            ["Failed"] = new JsonArray([
                .. entries[true].Select(
                    entry => new JsonObject { ["Id"] = Id(entry), ["Code"] = "InternalError", ["SenderFault"] = false }),
            ]),
        };
    });

    private static ScriptedAnswer Answer(Func<JsonElement, JsonObject> answer) =>
        new(200, "") { BodyFor = request => answer(request.Json).ToJsonString() };

    private static JsonObject Taken(JsonElement message)
    {
        var taken = new JsonObject
        {
            ["MessageId"] = "5fea7756-0ea4-451a-a703-a558b933e274",
            ["MD5OfMessageBody"] = Digest(message.GetProperty("MessageBody").GetString()!),
        };
        if (message.TryGetProperty("Id", out _))
        {
            taken["Id"] = Id(message);
        }

        return taken;
    }

    private static string? Id(JsonElement entry) => entry.GetProperty("Id").GetString();

    [SuppressMessage("Security", "CA5351", Justification = "The SQS protocol asks for MD5; it protects nothing.")]
    private static string Digest(string body) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));
}
