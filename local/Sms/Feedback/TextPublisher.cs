using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Targets;
using Engagement.Local.Sms.ConfigurationSets;
using Engagement.Local.Sms.Sending;

namespace Engagement.Local.Sms.Feedback;

/// <summary>Tells topics what becomes of texts, and what customers answer.</summary>
internal sealed class TextPublisher(CloudContext cloud, IAwsEndpoint endpoint, TextConfigurationSets sets) : IDisposable
{
    private const string Host = "sms-voice.amazonaws.com";

    private readonly TargetDelivery delivery = new(cloud, endpoint);

    /// <summary>The latest that a topic did not take.</summary>
    public IReadOnlyList<LostEvent> Lost => delivery.Lost;

    /// <summary>Begins to tell the destinations of a text's configuration set; it is under way, to the clock, when this returns.</summary>
    public void Begin(SentText text)
    {
        if (text.ConfigurationSet is not { } name)
        {
            return;
        }

        var set = sets.Get(name);
        foreach (var (destination, to) in set.Destinations.Where(each => each.Value.Takes(text.Fate)))
        {
            Begin(destination, to.TopicArn, set.Arn, TextEvents.Last(text, cloud.Clock.GetUtcNow()));
        }
    }

    /// <summary>Begins to tell a topic what a customer answers.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="identityArn">What it was sent to.</param>
    /// <param name="topicArn">The topic.</param>
    public void Begin(CustomerAnswer answer, string identityArn, string topicArn) =>
        Begin("two-way", topicArn, identityArn, TextEvents.Answer(answer));

    public void Dispose() => delivery.Dispose();

    private void Begin(string id, string topicArn, string sourceArn, JsonObject told)
    {
        var text = told.ToJsonString(AwsJson.Plain);
        delivery.Begin(new()
        {
            Target = new() { Id = id, Arn = topicArn, Input = new() { Constant = text } },
            Service = Principal.Service(Host, sourceArn),
            SourceArn = sourceArn,
            SourceAttribute = "SOURCE_ARN",
            Input = text,
            Letter = text,
        });
    }
}
