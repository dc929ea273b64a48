using Engagement.Infra.Observability.Dashboards;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>The CloudWatch dashboard of an environment: what comes in, what becomes of it, and what waits or fails.</summary>
internal sealed class EnvironmentDashboard : ComponentResource
{
    /// <param name="name">The dashboard's name, which that of the environment goes before.</param>
    /// <param name="observation">What there is to show.</param>
    /// <param name="alarms">Tells the region.</param>
    /// <param name="pixel">The API that stores events.</param>
    /// <param name="platform">Writes the sections of the platform.</param>
    /// <param name="options">Its parent.</param>
    public EnvironmentDashboard(
        string name,
        Observation observation,
        AlarmTopic alarms,
        Aws.ApiGateway.RestApi pixel,
        Func<ObservedStack, PlatformSections> platform,
        ComponentResourceOptions? options = null)
        : base("engagement:observability:EnvironmentDashboard", name, options)
    {
        var stack = Deployment.Instance.StackName;
        // arn:aws:sns:<region>:<account>:<name>
        var region = alarms.Topic.Arn.Apply(arn => arn.Split(':')[3]);
        var dashboard = new Aws.CloudWatch.Dashboard(name, new()
        {
            // Dashboards are named within the whole account.
            DashboardName = Output.Format($"{Deployment.Instance.ProjectName}-{stack}-{region}"),
            DashboardBody = Output.Tuple(
                region,
                pixel.Name,
                Named(observation.Queues, queue => queue.Name),
                Named(observation.Functions, function => function.Name),
                Output.All(observation.Alarms.Select(alarm => alarm.Arn))).Apply(known => Body(platform, new()
                {
                    Stack = stack,
                    Region = known.Item1,
                    PixelApi = known.Item2,
                    Queues = known.Item3,
                    Functions = known.Item4,
                    Alarms = known.Item5,
                })),
        }, new CustomResourceOptions { Parent = this });
        Url = Output.Format(
            $"https://{region}.console.aws.amazon.com/cloudwatch/home?region={region}#dashboards/dashboard/{dashboard.DashboardName}");
        RegisterOutputs();
    }

    /// <summary>Its page in AWS's console.</summary>
    public Output<string> Url { get; }

    private static string Body(
        Func<ObservedStack, PlatformSections> platform, ObservedStack stack) => DashboardBody.Write(stack, platform(stack));

    private static Output<IReadOnlyList<ObservedName>> Named<T>(IReadOnlyList<T> resources, Func<T, Output<string>> name)
        where T : Resource =>
        Output.All(resources.Select(name)).Apply(names =>
            (IReadOnlyList<ObservedName>)
            [
                .. resources.Zip(names, (resource, physical) => new ObservedName(resource.GetResourceName(), physical)),
            ]);
}
