using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.CompanyEvents.Launching;
using Engagement.CompanyEvents.Runs;

namespace Engagement.CompanyEvents;

/// <summary>The JSON of what the route answers, and of what goes between functions.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompanyEventReceipt))]
[JsonSerializable(typeof(CompanyEventErrors))]
[JsonSerializable(typeof(WriteMessage))]
[JsonSerializable(typeof(RetryMessage))]
[JsonSerializable(typeof(ShareMessage))]
public sealed partial class CompanyEventJson : JsonSerializerContext
{
    /// <summary>With quotation marks as they are: people read these answers on a terminal, and no browser takes them for HTML.</summary>
    public static CompanyEventJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
