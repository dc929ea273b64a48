namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>
/// The operations that Pinpoint has and this cloud has not yet. Asking for one is an error that names it, so that the call log does too.
/// Names and routes are those of the service model of 2016-12-01. An operation that arrives leaves this list.
/// </summary>
internal static class UnsupportedPinpointOperations
{
    private const string Routes =
        """
        RemoveAttributes PUT /v1/apps/{application-id}/attributes/{attribute-type}
        GetCampaignDateRangeKpi GET /v1/apps/{application-id}/campaigns/{campaign-id}/kpis/daterange/{kpi-name}
        DeleteAdmChannel DELETE /v1/apps/{application-id}/channels/adm
        GetAdmChannel GET /v1/apps/{application-id}/channels/adm
        UpdateAdmChannel PUT /v1/apps/{application-id}/channels/adm
        DeleteApnsChannel DELETE /v1/apps/{application-id}/channels/apns
        GetApnsChannel GET /v1/apps/{application-id}/channels/apns
        UpdateApnsChannel PUT /v1/apps/{application-id}/channels/apns
        DeleteApnsSandboxChannel DELETE /v1/apps/{application-id}/channels/apns_sandbox
        GetApnsSandboxChannel GET /v1/apps/{application-id}/channels/apns_sandbox
        UpdateApnsSandboxChannel PUT /v1/apps/{application-id}/channels/apns_sandbox
        DeleteApnsVoipChannel DELETE /v1/apps/{application-id}/channels/apns_voip
        GetApnsVoipChannel GET /v1/apps/{application-id}/channels/apns_voip
        UpdateApnsVoipChannel PUT /v1/apps/{application-id}/channels/apns_voip
        DeleteApnsVoipSandboxChannel DELETE /v1/apps/{application-id}/channels/apns_voip_sandbox
        GetApnsVoipSandboxChannel GET /v1/apps/{application-id}/channels/apns_voip_sandbox
        UpdateApnsVoipSandboxChannel PUT /v1/apps/{application-id}/channels/apns_voip_sandbox
        DeleteBaiduChannel DELETE /v1/apps/{application-id}/channels/baidu
        GetBaiduChannel GET /v1/apps/{application-id}/channels/baidu
        UpdateBaiduChannel PUT /v1/apps/{application-id}/channels/baidu
        DeleteGcmChannel DELETE /v1/apps/{application-id}/channels/gcm
        GetGcmChannel GET /v1/apps/{application-id}/channels/gcm
        UpdateGcmChannel PUT /v1/apps/{application-id}/channels/gcm
        DeleteVoiceChannel DELETE /v1/apps/{application-id}/channels/voice
        GetVoiceChannel GET /v1/apps/{application-id}/channels/voice
        UpdateVoiceChannel PUT /v1/apps/{application-id}/channels/voice
        GetInAppMessages GET /v1/apps/{application-id}/endpoints/{endpoint-id}/inappmessages
        DeleteEventStream DELETE /v1/apps/{application-id}/eventstream
        GetEventStream GET /v1/apps/{application-id}/eventstream
        PutEventStream POST /v1/apps/{application-id}/eventstream
        GetExportJobs GET /v1/apps/{application-id}/jobs/export
        CreateExportJob POST /v1/apps/{application-id}/jobs/export
        GetExportJob GET /v1/apps/{application-id}/jobs/export/{job-id}
        GetImportJobs GET /v1/apps/{application-id}/jobs/import
        CreateImportJob POST /v1/apps/{application-id}/jobs/import
        GetImportJob GET /v1/apps/{application-id}/jobs/import/{job-id}
        GetJourneyExecutionActivityMetrics GET /v1/apps/{application-id}/journeys/{journey-id}/activities/{journey-activity-id}/execution-metrics
        GetJourneyExecutionMetrics GET /v1/apps/{application-id}/journeys/{journey-id}/execution-metrics
        GetJourneyDateRangeKpi GET /v1/apps/{application-id}/journeys/{journey-id}/kpis/daterange/{kpi-name}
        GetJourneyRuns GET /v1/apps/{application-id}/journeys/{journey-id}/runs
        GetJourneyRunExecutionActivityMetrics GET /v1/apps/{application-id}/journeys/{journey-id}/runs/{run-id}/activities/{journey-activity-id}/execution-metrics
        GetJourneyRunExecutionMetrics GET /v1/apps/{application-id}/journeys/{journey-id}/runs/{run-id}/execution-metrics
        GetApplicationDateRangeKpi GET /v1/apps/{application-id}/kpis/daterange/{kpi-name}
        SendMessages POST /v1/apps/{application-id}/messages
        SendOTPMessage POST /v1/apps/{application-id}/otp
        GetSegmentExportJobs GET /v1/apps/{application-id}/segments/{segment-id}/jobs/export
        GetSegmentImportJobs GET /v1/apps/{application-id}/segments/{segment-id}/jobs/import
        SendUsersMessages POST /v1/apps/{application-id}/users-messages
        VerifyOTPMessage POST /v1/apps/{application-id}/verify-otp
        PhoneNumberValidate POST /v1/phone/number/validate
        GetRecommenderConfigurations GET /v1/recommenders
        CreateRecommenderConfiguration POST /v1/recommenders
        DeleteRecommenderConfiguration DELETE /v1/recommenders/{recommender-id}
        GetRecommenderConfiguration GET /v1/recommenders/{recommender-id}
        UpdateRecommenderConfiguration PUT /v1/recommenders/{recommender-id}
        DeleteInAppTemplate DELETE /v1/templates/{template-name}/inapp
        GetInAppTemplate GET /v1/templates/{template-name}/inapp
        CreateInAppTemplate POST /v1/templates/{template-name}/inapp
        UpdateInAppTemplate PUT /v1/templates/{template-name}/inapp
        DeletePushTemplate DELETE /v1/templates/{template-name}/push
        GetPushTemplate GET /v1/templates/{template-name}/push
        CreatePushTemplate POST /v1/templates/{template-name}/push
        UpdatePushTemplate PUT /v1/templates/{template-name}/push
        DeleteVoiceTemplate DELETE /v1/templates/{template-name}/voice
        GetVoiceTemplate GET /v1/templates/{template-name}/voice
        CreateVoiceTemplate POST /v1/templates/{template-name}/voice
        UpdateVoiceTemplate PUT /v1/templates/{template-name}/voice
        UpdateTemplateActiveVersion PUT /v1/templates/{template-name}/{template-type}/active-version
        ListTemplateVersions GET /v1/templates/{template-name}/{template-type}/versions
        """;

    /// <summary>Each of them, answering that it is not done.</summary>
    public static IEnumerable<PinpointOperation> Operations { get; } = [.. Routes.Split('\n').Select(Read)];

    private static PinpointOperation Read(string line)
    {
        var (name, method, path) = line.Split(' ') is [var first, var second, var third]
            ? (first, second, third)
            : throw new FormatException(line);
        return new PinpointOperation(name, method, path, path["/v1/".Length..], _ => throw PinpointError.NotImplemented(name));
    }
}
