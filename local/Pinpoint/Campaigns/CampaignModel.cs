using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Local.Pinpoint.Apps;

namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>Body of CreateCampaign and UpdateCampaign.</summary>
internal record WriteCampaignRequest
{
    public IReadOnlyList<JsonElement>? AdditionalTreatments { get; init; }

    public CustomDeliveryConfiguration? CustomDeliveryConfiguration { get; init; }

    public string? Description { get; init; }

    public int? HoldoutPercent { get; init; }

    public CampaignHook? Hook { get; init; }

    public bool? IsPaused { get; init; }

    public CampaignLimits? Limits { get; init; }

    public MessageConfiguration? MessageConfiguration { get; init; }

    public string? Name { get; init; }

    public int? Priority { get; init; }

    public CampaignSchedule? Schedule { get; init; }

    public string? SegmentId { get; init; }

    public int? SegmentVersion { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public TemplateConfiguration? TemplateConfiguration { get; init; }

    public string? TreatmentDescription { get; init; }

    public string? TreatmentName { get; init; }
}

/// <summary>One version of a campaign; also what answers show.</summary>
internal sealed record CampaignResponse : WriteCampaignRequest
{
    public CampaignResponse(WriteCampaignRequest request)
        : base(request)
    {
    }

    [JsonConstructor]
    public CampaignResponse()
    {
    }

    public required string ApplicationId { get; init; }

    public required string Arn { get; init; }

    public required string CreationDate { get; init; }

    public required string Id { get; init; }

    public required string LastModifiedDate { get; init; }

    public CampaignState? State { get; init; }

    /// <summary>1 when created, one more with each update.</summary>
    public required int Version { get; init; }
}

/// <summary>Where a campaign is in its life.</summary>
internal sealed record CampaignState(string CampaignStatus);

/// <summary>One page of campaigns or of a campaign's versions.</summary>
internal sealed record CampaignsResponse(IReadOnlyList<CampaignResponse> Item, string? NextToken);

/// <summary>When a campaign is sent.</summary>
internal sealed record CampaignSchedule
{
    public string? EndTime { get; init; }

    public JsonElement? EventFilter { get; init; }

    public string? Frequency { get; init; }

    public bool? IsLocalTime { get; init; }

    public QuietTime? QuietTime { get; init; }

    /// <summary><c>IMMEDIATE</c> or an ISO 8601 date and time.</summary>
    public string? StartTime { get; init; }

    public string? Timezone { get; init; }
}

/// <summary>Function that delivers a campaign's messages itself, and the channel types of its endpoints.</summary>
internal sealed record CustomDeliveryConfiguration(string? DeliveryUri, IReadOnlyList<string>? EndpointTypes);

/// <summary>Templates of a campaign by channel.</summary>
internal sealed record TemplateConfiguration
{
    public Template? EmailTemplate { get; init; }

    public JsonElement? InAppTemplate { get; init; }

    public JsonElement? PushTemplate { get; init; }

    [JsonPropertyName("SMSTemplate")]
    public Template? SmsTemplate { get; init; }

    public JsonElement? VoiceTemplate { get; init; }
}

/// <summary>A template; its active version where none is named.</summary>
internal sealed record Template(string? Name, string? Version);

/// <summary>One run of a campaign, as GetCampaignActivities shows it.</summary>
internal sealed record ActivityResponse
{
    public required string ApplicationId { get; init; }

    public required string CampaignId { get; init; }

    public string? End { get; init; }

    public required string Id { get; init; }

    /// <summary><c>SUCCESS</c> or <c>FAIL</c>, once it has ended.</summary>
    public string? Result { get; init; }

    public required string ScheduledStart { get; init; }

    public string? Start { get; init; }

    /// <summary><c>PENDING</c>, <c>RUNNING</c>, <c>CANCELLED</c> or <c>COMPLETED</c>.</summary>
    public required string State { get; init; }

    public int SuccessfulEndpointCount { get; init; }

    public int TimezonesCompletedCount { get; init; }

    public int TimezonesTotalCount { get; init; }

    public int TotalEndpointCount { get; init; }

    public required string TreatmentId { get; init; }
}

/// <summary>One page of a campaign's runs.</summary>
internal sealed record ActivitiesResponse(IReadOnlyList<ActivityResponse> Item, string? NextToken);
