using Engagement.Definitions.Announcements;
using Engagement.Infra.Functions;
using Engagement.Pinpoint;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>An event of the company endpoint starts the announcement's journey, and the journey calls the launcher.</summary>
internal sealed class JourneyTrigger : IEventTrigger
{
    private readonly PinpointParts parts;
    private readonly CompanyAudience company;
    private readonly HandlerFunction launcher;
    private readonly Aws.Lambda.Permission permission;

    public JourneyTrigger(string name, PinpointParts parts, CompanyAudience company, HandlerFunction launcher, Resource parent)
    {
        (this.parts, this.company, this.launcher) = (parts, company, launcher);
        permission = PinpointPermission.Create($"{name}-permission", launcher, parts.App, "journeys/*", parent);
    }

    /// <inheritdoc/>
    public Grant PublishEvents => new(PinpointPlatform.Variable, (PinpointEnvironment.ApplicationId, parts.App.ApplicationId))
    {
        Statements =
        [
            new("UpdateCompanyEndpoint")
            {
                Actions = ["mobiletargeting:UpdateEndpoint"],
                Resources = [Output.Format($"{parts.App.Arn}/endpoints/{ReservedNames.CompanyEndpoint}")],
            },
            new("RecordEvent") { Actions = ["mobiletargeting:PutEvents"], Resources = [Output.Format($"{parts.App.Arn}/events")] },
        ],
    };

    /// <inheritdoc/>
    public void LaunchOnEvent(string name, Announcement announcement, Resource parent) =>
        _ = new AnnouncementJourney(name, new()
        {
            Announcement = announcement,
            Provisioner = parts.Provisioner,
            Company = company,
            Launcher = launcher.Function,
            Permission = permission,
        }, new ComponentResourceOptions { Parent = parent });
}
