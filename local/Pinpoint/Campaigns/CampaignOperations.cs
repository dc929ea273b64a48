using System.Globalization;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Tags;

namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>The operations on campaigns, apart from analytics.</summary>
internal sealed class CampaignOperations(
    ApplicationStore applications, TagStore tags, CampaignRules rules, CampaignScheduler scheduler, TimeProvider clock)
{
    private const string All = "/v1/apps/{application-id}/campaigns";
    private const string One = "/v1/apps/{application-id}/campaigns/{campaign-id}";
    private const string Resource = "apps/{application-id}/campaigns/{campaign-id}";

    private readonly Lock creating = new();

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("CreateCampaign", "POST", All, "apps/{application-id}/campaigns", Create),
        new(
            "GetCampaigns",
            "GET",
            All,
            "apps/{application-id}",
            call => Answer(call, [.. Application(call).Campaigns.All.Select(each => each.Latest)])),
        new("GetCampaign", "GET", One, Resource, call => Answer(call, 200, Campaign(call).Latest)),
        new("UpdateCampaign", "PUT", One, Resource, Update),
        new("DeleteCampaign", "DELETE", One, Resource, Delete),
        new("GetCampaignActivities", "GET", One + "/activities", Resource, Activities),
        new("GetCampaignVersions", "GET", One + "/versions", Resource, call => Answer(call, Campaign(call).Versions)),
        new("GetCampaignVersion", "GET", One + "/versions/{version}", Resource, Version),
    ];

    private Application Application(PinpointCall call) => applications.Get(call.ApplicationId);

    private Campaign Campaign(PinpointCall call) => Application(call).Campaigns.Get(call.Path["campaign-id"]);

    private AwsResponse Create(PinpointCall call)
    {
        var application = Application(call);
        var request = call.Body(PinpointJson.Wire.WriteCampaignRequest);
        rules.Check(request, application);
        TagStore.Check(request.Tags);
        Campaign campaign;
        lock (creating)
        {
            CheckQuota();
            var id = application.Campaigns.NextId(application.Id);
            campaign = new Campaign(Version(application, request, id, Iso8601.Format(clock.GetUtcNow()), version: 1));
            application.Campaigns.Add(campaign);
        }

        tags.Register(campaign.Arn, request.Tags);
        var answer = Schedule(call, 201, application, campaign);
        return answer;
    }

    private AwsResponse Update(PinpointCall call)
    {
        var (application, campaign) = (Application(call), Campaign(call));
        Require.That(
            campaign.Status is CampaignStatus.Scheduled or CampaignStatus.Paused,
            $"A campaign that is {campaign.Status} cannot be changed.");
        var current = campaign.Latest;
        var request = Merge(current, call.Body(PinpointJson.Wire.WriteCampaignRequest));
        rules.Check(request, application);
        campaign.Add(Version(application, request, campaign.Id, current.CreationDate, current.Version + 1));
        return Schedule(call, 200, application, campaign);
    }

    private AwsResponse Delete(PinpointCall call)
    {
        var campaign = Application(call).Campaigns.Remove(Campaign(call).Id);
        var answer = Answer(call, 200, campaign.Latest);
        tags.Remove(campaign.Arn);
        return answer;
    }

    private AwsResponse Activities(PinpointCall call)
    {
        var (page, next) = call.Page(Campaign(call).Activities);
        return call.Answer(200, new ActivitiesResponse(page, next), PinpointJson.Wire.ActivitiesResponse);
    }

    private AwsResponse Version(PinpointCall call) => Answer(
        call,
        200,
        Campaign(call).Versions.FirstOrDefault(each => each.Version.ToString(CultureInfo.InvariantCulture) == call.Path["version"])
            ?? throw PinpointError.NotFound("campaign version"));

    /// <summary>Schedules the latest version; the answer shows the campaign as it was before it could start.</summary>
    private AwsResponse Schedule(PinpointCall call, int status, Application application, Campaign campaign)
    {
        campaign.Status = campaign.Latest.IsPaused == true ? CampaignStatus.Paused : CampaignStatus.Scheduled;
        var answer = Answer(call, status, campaign.Latest);
        scheduler.Schedule(application, campaign);
        return answer;
    }

    private void CheckQuota() => Require.That(
        applications.All.SelectMany(each => each.Campaigns.All).Count(each =>
            CampaignStatus.IsActive(each.Status)) < CampaignRules.MaximumActive,
        $"An account has at most {CampaignRules.MaximumActive} active campaigns.");

    private CampaignResponse Version(Application application, WriteCampaignRequest request, string id, string creationDate, int version) =>
        new(request)
        {
            ApplicationId = application.Id,
            Arn = $"{application.Arn}/campaigns/{id}",
            CreationDate = creationDate,
            Id = id,
            LastModifiedDate = Iso8601.Format(clock.GetUtcNow()),
            SegmentVersion = request.SegmentVersion ?? application.Segments.Get(request.SegmentId!).Version,
            Tags = null,
            Version = version,
        };

    // Members that an update does not give stay as they are, as for endpoints.
    private static WriteCampaignRequest Merge(CampaignResponse current, WriteCampaignRequest change) => new()
    {
        CustomDeliveryConfiguration = change.CustomDeliveryConfiguration ?? current.CustomDeliveryConfiguration,
        Description = change.Description ?? current.Description,
        HoldoutPercent = change.HoldoutPercent ?? current.HoldoutPercent,
        Hook = change.Hook ?? current.Hook,
        IsPaused = change.IsPaused ?? current.IsPaused,
        Limits = change.Limits ?? current.Limits,
        MessageConfiguration = change.MessageConfiguration ?? current.MessageConfiguration,
        Name = change.Name ?? current.Name,
        Priority = change.Priority ?? current.Priority,
        Schedule = change.Schedule ?? current.Schedule,
        SegmentId = change.SegmentId ?? current.SegmentId,
        SegmentVersion = change.SegmentVersion ?? (change.SegmentId is null ? current.SegmentVersion : null),
        AdditionalTreatments = change.AdditionalTreatments ?? current.AdditionalTreatments,
        TemplateConfiguration = change.TemplateConfiguration ?? current.TemplateConfiguration,
        TreatmentDescription = change.TreatmentDescription ?? current.TreatmentDescription,
        TreatmentName = change.TreatmentName ?? current.TreatmentName,
    };

    private AwsResponse Answer(PinpointCall call, IReadOnlyList<CampaignResponse> all)
    {
        var (page, next) = call.Page(all);
        return call.Answer(200, new CampaignsResponse([.. page.Select(WithTags)], next), PinpointJson.Wire.CampaignsResponse);
    }

    private AwsResponse Answer(PinpointCall call, int status, CampaignResponse campaign) =>
        call.Answer(status, WithTags(campaign), PinpointJson.Wire.CampaignResponse);

    private CampaignResponse WithTags(CampaignResponse campaign) => campaign with { Tags = tags.Find(campaign.Arn) };
}
