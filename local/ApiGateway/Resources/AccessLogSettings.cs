using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.Resources;

namespace Engagement.Local.ApiGateway.Resources;

/// <summary>Reads a stage's <c>accessLogSettings</c>, with API Gateway's own rules for them.</summary>
internal static class AccessLogSettings
{
    private const string Key = "accessLogSettings";

    private const string LogGroup = ":log-group:";

    /// <summary>Where and how the stage logs, or null where it does not.</summary>
    public static AccessLog? Read(ResourceRequest request)
    {
        var settings = request.Block(Key);
        if (settings.Inputs.IsEmpty)
        {
            return null;
        }

        settings.Allow("destinationArn", "format");
        var destination = settings.RequiredText("destinationArn");
        var start = destination.IndexOf(LogGroup, StringComparison.Ordinal);
        return start < 0
            ? throw request.Invalid($"{Key}.destinationArn", $"'{destination}' is not the ARN of a log group")
            : new(destination[(start + LogGroup.Length)..].TrimEnd('*').TrimEnd(':'), Format(request, settings.RequiredText("format")));
    }

    private static ContextText Format(ResourceRequest request, string format)
    {
        try
        {
            var text = ContextText.Parse(format.TrimEnd('\r', '\n'));
            return format.TrimEnd('\r', '\n')
                .AsSpan()
                .ContainsAny('\r', '\n') ? throw request.Invalid($"{Key}.format", "must be a single line")
                : text.Variables.Any(name => name is "requestId" or "extendedRequestId") ? text
                : throw request.Invalid($"{Key}.format", "must have $context.requestId or $context.extendedRequestId");
        }
        catch (FormatException error)
        {
            throw request.Invalid($"{Key}.format", error.Message);
        }
    }
}
