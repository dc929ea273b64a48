using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Targets;
using Engagement.Local.Ses.ConfigurationSets;
using Engagement.Local.Ses.Sending;

namespace Engagement.Local.Ses.Feedback;

/// <summary>Tells the destinations of a message's configuration set what becomes of it.</summary>
internal sealed class FeedbackPublisher(CloudContext cloud, IAwsEndpoint endpoint, ConfigurationSetStore sets) : IDisposable
{
    private const string Host = "ses.amazonaws.com";

    private readonly FeedbackEvents events = new(cloud);
    private readonly TargetDelivery delivery = new(cloud, endpoint);

    /// <summary>The latest events that a destination did not take.</summary>
    public IReadOnlyList<LostEvent> Lost => delivery.Lost;

    /// <summary>Begins to tell; it is under way, to the clock, when this returns.</summary>
    public void Begin(SentMail mail)
    {
        if (mail.ConfigurationSet is not { } name || sets.Get(name) is not { Destinations.IsEmpty: false } set)
        {
            return;
        }

        foreach (var (type, @event) in events.Of(mail))
        {
            foreach (var (destination, to) in set.Destinations.Where(each => each.Value.Takes(type)))
            {
                delivery.Begin(Delivery(set, destination, to, @event.ToJsonString(AwsJson.Plain)));
            }
        }
    }

    public void Dispose() => delivery.Dispose();

    private static Delivery Delivery(ConfigurationSet set, string destination, EventDestination to, string text) => new()
    {
        Target = new() { Id = destination, Arn = to.TopicArn, Input = new() { Constant = text } },
        Service = Principal.Service(Host, set.Arn),
        SourceArn = set.Arn,
        SourceAttribute = "CONFIGURATION_SET_ARN",
        Input = text,
        Letter = text,
    };
}
