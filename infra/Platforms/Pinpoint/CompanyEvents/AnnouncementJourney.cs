using Engagement.Definitions.Announcements;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Pinpoint.Provisioning;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>What an <see cref="AnnouncementJourney"/> is made of.</summary>
internal sealed record AnnouncementJourneyArgs
{
    public required Announcement Announcement { get; init; }

    public required PinpointProvisioner Provisioner { get; init; }

    public required CompanyAudience Company { get; init; }

    /// <summary>The function that launches the campaigns.</summary>
    public required Aws.Lambda.Function Launcher { get; init; }

    /// <summary>Pinpoint's permission to call it.</summary>
    public required Resource Permission { get; init; }
}

/// <summary>The journey of one announcement: its event, recorded for the company endpoint, has the campaigns launched.</summary>
internal sealed class AnnouncementJourney : ComponentResource
{
    public AnnouncementJourney(string name, AnnouncementJourneyArgs args, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:AnnouncementJourney", name, options)
    {
        _ = new PinpointResource<JourneyDeclaration>(name, PinpointResourceTypes.Journey, new()
        {
            Provisioner = args.Provisioner,
            Name = args.Announcement.Name,
            Definition = Output.Tuple(args.Company.Segment.Id, args.Launcher.Arn).Apply(ids => new JourneyDeclaration
            {
                EventType = args.Announcement.EventType,
                SegmentId = ids.Item1,
                Channels = [CompanyAudience.Channel],
                FunctionArn = ids.Item2,
                Data = args.Announcement.Name,
            }),
            DependsOn = { args.Permission },
        }, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }
}
