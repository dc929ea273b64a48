using Engagement.Definitions.Segments;
using Engagement.Definitions.Topics;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Pinpoint.Campaigns;
using Engagement.Pinpoint.Journeys;
using Engagement.Pinpoint.Provisioning;
using Engagement.Pinpoint.Reminders;
using Engagement.Reminders;
using Engagement.Times;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Reminders;

/// <summary>The segment and the journey of one message of a reminder.</summary>
internal sealed class SlidingMessage : ComponentResource
{
    private const string EveryHour = "PT1H";
    private const string EmailChannel = "EMAIL";
    private const string SmsChannel = "SMS";

    public SlidingMessage(
        string name, PinpointParts parts, ReminderMessage message, ReminderSelector selector, ComponentResourceOptions? options = null)
        : base("engagement:reminders:SlidingMessage", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Message = message;
        Base = Message.Reminder.Segment is { } segment ? parts.Audience.Segments[segment] : null;
        Segment = CreateSegment($"{name}-segment", parts.Provisioner, asChild);
        var template = parts.Audience.Templates[Message.Reminder.Template];
        var isText = template.Sms is not null;
        _ = new PinpointResource<JourneyDeclaration>(name, PinpointResourceTypes.Journey, new()
        {
            Provisioner = parts.Provisioner,
            Name = ReminderJourney.NameOf(Message),
            Definition = Output.Tuple(
                Segment.Id, selector.Function.Function.Arn, template.EmailName, template.SmsName).Apply(ids => new JourneyDeclaration
                {
                    RefreshEvery = EveryHour,
                    SegmentId = ids.Item1,
                    Channels = [isText ? SmsChannel : EmailChannel],
                    FunctionArn = ids.Item2,
                    Data = Message.Name,
                    Template = ids.Item3,
                    SmsTemplate = ids.Item4,
                    TextType = isText ? TextTypeOf(parts.Args.Definitions.Topics, message) : null,
                    From = isText ? null : parts.From,
                }),
            DependsOn = new Resource[] { selector.Permission }.Concat(template.Resources).ToArray(),
        }, asChild);
        RegisterOutputs();
    }

    public ReminderMessage Message { get; }

    /// <summary>The segment of the customers who are reminded; null for all customers.</summary>
    public PinpointResource<SegmentDeclaration>? Base { get; }

    public PinpointResource<SegmentDeclaration> Segment { get; }

    private PinpointResource<SegmentDeclaration> CreateSegment(
        string name, PinpointProvisioner provisioner, ComponentResourceOptions asChild) => new(
        name,
        PinpointResourceTypes.Segment,
        new()
        {
            Provisioner = provisioner,
            Name = SlidingSegment.NameOf(Message),
            Definition = (Base?.Id.Apply(id => (string?)id) ?? Output.Create((string?)null)).Apply(id => new SegmentDeclaration
            {
                BaseSegmentId = id,
                Sliding = true,
                Conditions =
                [
                    new()
                    {
                        Subject = SegmentSubject.UserAttribute,
                        Name = Message.Reminder.Date,
                        Operator = SegmentOperator.Between,
                        Values = [IsoInstant.Format(SlidingSegment.NoDates.From), IsoInstant.Format(SlidingSegment.NoDates.To)],
                    },
                ],
            }),
        },
        asChild);

    private static string TextTypeOf(TopicCatalog topics, ReminderMessage message) =>
        TextType.From(topics.Get(message.Reminder.Topic ?? Topic.Reminders).Kind);
}
