using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Lambda.Deployment;

/// <summary><c>aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig</c>.</summary>
/// <param name="cloud">Account and region.</param>
/// <param name="functions">The deployed functions.</param>
internal sealed class EventInvokeConfigResource(CloudContext cloud, LambdaService functions)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";

    private const string QueueArn = "arn:aws:sqs:";
    private const int MostRetries = 2;
    private const int ShortestAge = 60;
    private const int LongestAge = 6 * 60 * 60;

    /// <summary>Without it, a function's asynchronous invocations go by Lambda's own rules again.</summary>
    public ResourceLifecycle Lifecycle => new()
    {
        NameInput = "functionName",
        Update = (request, _, cancellationToken) => CreateAsync(request, cancellationToken),
        Delete = (config, _) =>
        {
            if (functions.Find(config.Id!) is { } function)
            {
                functions.Configure(function.Arn, new());
            }

            return Task.CompletedTask;
        },
    };

    /// <summary>Sets it for the function; the id is the function's name, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.InRegion(cloud).Known("destinationConfig", "functionName", "maximumEventAgeInSeconds", "maximumRetryAttempts", "region");
        var name = request.RequiredText("functionName");
        var arn = functions.Find(name)?.Arn ?? throw request.Invalid("functionName", $"names {name}, which is not deployed");
        functions.Configure(arn, new()
        {
            MaximumRetryAttempts = Within(request, "maximumRetryAttempts", MostRetries, 0, MostRetries),
            MaximumEventAge = TimeSpan.FromSeconds(Within(request, "maximumEventAgeInSeconds", LongestAge, ShortestAge, LongestAge)),
            OnFailure = Destination(request),
        });
        return Task.FromResult(new ResourceState(name, new Dictionary<string, object> { ["region"] = cloud.Region }));
    }

    private static string? Destination(ResourceRequest request)
    {
        var destination = request.Block("destinationConfig").Known("onFailure").Block("onFailure").Known("destination").Text("destination");
        return destination?.StartsWith(QueueArn, StringComparison.Ordinal) != false
            ? destination
            : throw request.Invalid(
                "destinationConfig", $"names {destination}, but this local cloud keeps failed invocations in queues alone");
    }

    private static int Within(ResourceRequest request, string key, int orElse, int least, int most) =>
        request.Number(key, orElse) is var value && value >= least && value <= most
            ? value
            : throw request.Invalid(key, $"is {value}; it goes from {least} to {most}");
}
