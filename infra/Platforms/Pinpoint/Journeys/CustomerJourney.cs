using System.Xml;
using Engagement.Definitions.Journeys;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Journeys;
using Engagement.Pinpoint.Journeys;
using Engagement.Pinpoint.Provisioning;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Journeys;

/// <summary>Pinpoint's journey of one version of a journey of the definitions.</summary>
internal sealed class CustomerJourney : ComponentResource
{
    private const string Channel = "EMAIL";

    public CustomerJourney(
        string name, PinpointParts parts, Journey journey, JourneyQuestions questions, ComponentResourceOptions? options = null)
        : base("engagement:journeys:CustomerJourney", name, options)
    {
        var templates = journey.Templates.Select(template => (Resource)parts.Audience.Templates[template].Template);
        var segment = journey.Segment is { } entry
            ? parts.Audience.Segments[entry].Id.Apply(id => (string?)id)
            : Output.Create((string?)null);
        _ = new PinpointResource<JourneyDeclaration>(name, PinpointResourceTypes.Journey, new()
        {
            Provisioner = parts.Provisioner,
            Name = name,
            Definition = Output.Tuple(segment, questions.Function.Function.Arn)
                .Apply(ids => Declare(journey, ids.Item1, ids.Item2, parts.From)),
            DependsOn = new Resource[] { questions.Permission }.Concat(templates).ToArray(),
        }, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    private static JourneyDeclaration Declare(Journey journey, string? segmentId, string functionArn, string? from) => new()
    {
        EventType = journey.Event,
        // Pinpoint takes one condition of each name. The function looks at all of them.
        Where = journey.Where.Count == 0 ? null : [.. journey.Where.DistinctBy(condition => (condition.Subject, condition.Name))],
        SegmentId = segmentId,
        Channels = [Channel],
        FunctionArn = functionArn,
        StartActivity = JourneyActivities.Start,
        Activities = JourneyActivities.Create(JourneyVersion.From(journey), PinpointEmailTemplate.NameOf, from),
        DrainFor = XmlConvert.ToString(JourneyTimes.LongestStay(journey)),
    };
}
