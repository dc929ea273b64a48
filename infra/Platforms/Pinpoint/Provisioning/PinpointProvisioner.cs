using Engagement.Infra.Functions;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>The function that makes the Pinpoint resources which Pulumi has no types for, and may do nothing but that.</summary>
internal sealed class PinpointProvisioner : ComponentResource
{
    // A journey that changed is replaced by another, which Pinpoint opens after five minutes; until then both are active.
    private const int TimeoutSeconds = 600;

    public PinpointProvisioner(
        string name,
        FunctionDefaults functions,
        Aws.Pinpoint.App app,
        ProvisioningSettings settings,
        ComponentResourceOptions? options = null)
        : base("engagement:provisioning:PinpointProvisioner", name, options)
    {
        Settings = settings;
        App = app;
        Function = new HandlerFunction(name, new()
        {
            Handler = "ProvisionPinpoint",
            Defaults = functions,
            TimeoutSeconds = TimeoutSeconds,
            Grants = [Grant()],
        }, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public ProvisioningSettings Settings { get; }

    public Aws.Pinpoint.App App { get; }

    public HandlerFunction Function { get; }

    // The ids of segments, journeys and campaigns are Pinpoint's to choose, hence the asterisks; each stands for one application's.
    private Grant Grant() => new(("PINPOINT_APPLICATION_ARN", App.Arn))
    {
        Statements =
        [
            new("PutCompanyEndpoint")
            {
                Actions = ["mobiletargeting:UpdateEndpoint", "mobiletargeting:DeleteEndpoint"],
                Resources = [Output.Format($"{App.Arn}/endpoints/{ReservedNames.CompanyEndpoint}")],
            },
            new("FindResources")
            {
                Actions = ["mobiletargeting:GetSegments", "mobiletargeting:GetCampaigns", "mobiletargeting:CreateSegment"],
                Resources = [App.Arn],
            },
            new("ManageSegments")
            {
                Actions = ["mobiletargeting:UpdateSegment", "mobiletargeting:DeleteSegment"],
                Resources = [Output.Format($"{App.Arn}/segments/*")],
            },
            new("CreateCampaigns") { Actions = ["mobiletargeting:CreateCampaign"], Resources = [Output.Format($"{App.Arn}/campaigns")] },
            new("ManageCampaigns")
            {
                Actions = ["mobiletargeting:UpdateCampaign", "mobiletargeting:DeleteCampaign"],
                Resources = [Output.Format($"{App.Arn}/campaigns/*")],
            },
            new("CreateJourneys")
            {
                Actions = ["mobiletargeting:CreateJourney", "mobiletargeting:ListJourneys"],
                Resources = [Output.Format($"{App.Arn}/journeys")],
            },
            new("ManageJourneys")
            {
                Actions =
                [
                    "mobiletargeting:UpdateJourney",
                    "mobiletargeting:DeleteJourney",
                    "mobiletargeting:TagResource",
                    "mobiletargeting:UntagResource",
                ],
                Resources = [Output.Format($"{App.Arn}/journeys/*")],
            },
            new("CancelJourneys")
            {
                Actions = ["mobiletargeting:UpdateJourneyState"],
                Resources = [Output.Format($"{App.Arn}/journeys/*/state")],
            },
        ],
    };
}
