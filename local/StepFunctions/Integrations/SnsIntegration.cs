using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Engagement.Local.Aws;
using Engagement.Local.StepFunctions.Data;

namespace Engagement.Local.StepFunctions.Integrations;

/// <summary>Publishes to a topic. SNS speaks the query protocol, in XML.</summary>
internal static class SnsIntegration
{
    private static readonly string[] Texts = ["TopicArn", "Message", "Subject"];

    public static ServiceIntegration Publish { get; } = new()
    {
        SigningName = "sns",
        ErrorPrefix = "SNS",
        Request = Request,
        Result = response => new JsonObject { ["MessageId"] = Value(response, "MessageId") },
    };

    /// <summary>The error that an XML answer names, or null.</summary>
    public static string? ErrorCode(AwsResponse response) => Value(response, "Code");

    /// <summary>What an XML answer says of it, or null.</summary>
    public static string? ErrorMessage(AwsResponse response) => Value(response, "Message");

    private static AwsRequest Request(JsonObject parameters, Principal caller)
    {
        if (parameters.FirstOrDefault(parameter => !Texts.Contains(parameter.Key)).Key is { } unknown)
        {
            throw StateError.Runtime($"The parameter {unknown} of sns:publish is not done by this local cloud.");
        }

        var form = new StringBuilder("Action=Publish&Version=2010-03-31");
        foreach (var (name, value) in parameters)
        {
            var text = value is JsonObject or JsonArray ? value.ToJsonString(AwsJson.Plain) : $"{value}";
            form.Append('&').Append(name).Append('=').Append(WebUtility.UrlEncode(text));
        }

        return new()
        {
            Method = "POST",
            Path = "/",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Content-Type"] = "application/x-www-form-urlencoded"
            },
            Body = Encoding.UTF8.GetBytes(form.ToString()),
            Caller = caller,
        };
    }

    private static string? Value(AwsResponse response, string element) => response.ContentType.Contains("xml", StringComparison.Ordinal)
        ? XDocument.Parse(Encoding.UTF8.GetString(response.Body.Span))
            .Descendants()
            .FirstOrDefault(found => found.Name.LocalName == element)?.Value
        : null;
}
