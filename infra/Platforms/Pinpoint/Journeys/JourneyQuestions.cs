using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Observability;
using Engagement.Pinpoint.Journeys;
using Engagement.Telemetry;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.Journeys;

/// <summary>
/// The function that customers' journeys ask how their participants go on. It has all segments, because customers may be in a version of a
/// journey that the definitions no longer hold.
/// </summary>
internal sealed class JourneyQuestions : ComponentResource
{
    public JourneyQuestions(string name, PinpointParts parts, ComponentResourceOptions? options = null)
        : base("engagement:journeys:JourneyQuestions", name, options)
    {
        var definitions = parts.Args.Definitions;
        Function = new HandlerFunction(name, new()
        {
            Handler = "AskJourney",
            Defaults = parts.Args.Functions,
            Definitions =
            [
                FunctionDefinition.From(definitions.TrackingPlan.ForDates),
                FunctionDefinition.From(definitions.Journeys.ForSending),
                FunctionDefinition.From(definitions.Segments.ForMembership(definitions.Segments.Segments.Select(each => each.Name))),
                FunctionDefinition.From(definitions.Topics.ForSending),
            ],
            TimeoutSeconds = (int)JourneyCall.Patience.TotalSeconds,
            Grants = [parts.Args.Journeys.MoveCustomers],
        }, new ComponentResourceOptions { Parent = this });
        Permission = PinpointPermission.Create($"{name}-permission", Function, parts.App, "journeys/*", this);
        ThresholdAlarm.AboveZero(
            $"{name}-unknown",
            "A journey asks for a version that the store does not have, and its participants leave. Deploy the stack. If it rings again,"
                + " cancel the journey in Pinpoint.",
            AlarmMetric.Counted(MetricName.JourneyQuestionsUnknown),
            this);
        RegisterOutputs();
    }

    public HandlerFunction Function { get; }

    /// <summary>Pinpoint's permission to call the function from journeys.</summary>
    public Aws.Lambda.Permission Permission { get; }
}
