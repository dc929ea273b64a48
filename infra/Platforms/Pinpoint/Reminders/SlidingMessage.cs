using Engagement.Definitions.Segments;
using Engagement.Infra.CompanyEvents;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Infra.Reminders;
using Engagement.Provisioning;
using Engagement.Reminders;
using Engagement.Times;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Reminders;

/// <summary>What a <see cref="SlidingMessage"/> is made of.</summary>
internal sealed record SlidingMessageArgs
{
    public required ReminderMessage Message { get; init; }

    public required PinpointProvisioner Provisioner { get; init; }

    public required Audience Audience { get; init; }

    public required ReminderSelector Selector { get; init; }

    /// <summary>Sender; null for that of the e-mail channel.</summary>
    public required string? From { get; init; }
}

/// <summary>The segment and the journey of one message of a reminder.</summary>
internal sealed class SlidingMessage : ComponentResource
{
    private const string EveryHour = "PT1H";
    private const string Channel = "EMAIL";

    public SlidingMessage(string name, SlidingMessageArgs args, ComponentResourceOptions? options = null)
        : base("engagement:reminders:SlidingMessage", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Message = args.Message;
        Base = Message.Reminder.Segment is { } segment ? args.Audience.Segments[segment] : null;
        Segment = CreateSegment($"{name}-segment", args.Provisioner, asChild);
        var template = args.Audience.Templates[Message.Reminder.Template].Template;
        Journey = new PinpointJourney(name, new()
        {
            Provisioner = args.Provisioner,
            Name = Message.JourneyName,
            Definition = Output.Tuple(Segment.Id, args.Selector.Function.Function.Arn, template.TemplateName).Apply(ids => new JourneyDeclaration
            {
                RefreshEvery = EveryHour,
                SegmentId = ids.Item1,
                Channels = [Channel],
                FunctionArn = ids.Item2,
                Data = Message.Name,
                Template = ids.Item3,
                From = args.From,
            }),
            DependsOn = { args.Selector.Permission, template },
        }, asChild);
        RegisterOutputs();
    }

    public ReminderMessage Message { get; }

    /// <summary>The segment of those who are reminded; null for everyone.</summary>
    public PinpointSegment? Base { get; }

    public PinpointSegment Segment { get; }

    public PinpointJourney Journey { get; }

    private PinpointSegment CreateSegment(string name, PinpointProvisioner provisioner, ComponentResourceOptions asChild) => new(
        name,
        new()
        {
            Provisioner = provisioner,
            Name = Message.SegmentName,
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
                        Values = [IsoInstant.Format(SlideWindow.Empty.From), IsoInstant.Format(SlideWindow.Empty.To)],
                    },
                ],
            }),
        },
        asChild);
}
