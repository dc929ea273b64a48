using System.Globalization;
using Engagement.Definitions;
using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Json;
using Engagement.Infra.Platforms;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Journeys;

/// <summary>Messages that answer customers' own events. The store is the truth; the platform keeps the time and sends.</summary>
internal sealed class JourneyPipeline : ComponentResource
{
    // A few calls for each journey.
    private const int TimeoutSeconds = 60;

    public JourneyPipeline(string name, PlatformArgs args, IPlatform platform, ComponentResourceOptions? options = null)
        : base("engagement:journeys:Journeys", name, options)
    {
        var declared = platform.DeclareJourneys(this);
        DeadLetterQueues = declared.DeadLetterQueues;
        var asChild = new ComponentResourceOptions { Parent = this };
        var deploy = new HandlerFunction($"deploy-{name}", new()
        {
            Handler = "DeployJourneys",
            Defaults = args.Functions,
            TimeoutSeconds = TimeoutSeconds,
            Grants = [args.Journeys.Deploy, OpenAfter(platform.JourneysOpenAfter)],
        }, asChild);
        // Its input is the journeys, so that the plan shows them. It has no triggers: they would replace it. What was removed the platform
        // deletes later: deletions come last.
        _ = new Aws.Lambda.Invocation(name, new()
        {
            FunctionName = deploy.Function.Name,
            LifecycleScope = "CRUD",
            Input = ReadableJson.Write(args.Definitions.Journeys.ForDeploying, JourneysJson.Default.JourneyCatalog),
        }, new CustomResourceOptions { Parent = this, DependsOn = declared.Ready.ToArray() });
        JourneyAlarms.Declare(name, args.Definitions.Journeys, this);
        RegisterOutputs();
    }

    /// <summary>The queues of what could not be done.</summary>
    public IReadOnlyList<DeadLetterQueue> DeadLetterQueues { get; }

    private static Grant OpenAfter(TimeSpan time) => time == TimeSpan.Zero
        ? new()
        : new(("OPENS_AFTER_MINUTES", time.TotalMinutes.ToString(CultureInfo.InvariantCulture)));
}
