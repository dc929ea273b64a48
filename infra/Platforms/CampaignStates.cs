using System.Text.Json.Nodes;

namespace Engagement.Infra.Platforms;

/// <summary>
/// The states of a state machine that deal with one campaign, in the Amazon States Language. Each group is JSON: names and their states.
/// </summary>
internal sealed record CampaignStates
{
    /// <summary>
    /// From <c>CreateCampaign</c> on: creates the campaign of <c>$.campaign</c> under the name <c>$.name</c>, puts its id in
    /// <c>$.launched.campaignId</c>, and goes on to <c>RecordLaunched</c>, or with <c>$.error</c> to <c>RecordFailed</c>.
    /// </summary>
    public required JsonObject Create { get; init; }

    /// <summary>
    /// From <c>FindCampaign</c> on: looks for a campaign of the name <c>$.name</c>, which an earlier attempt may have created. Where there
    /// is one, puts its id in <c>$.launched.campaignId</c>. Goes on to <c>BeginAgain</c>, or with <c>$.error</c> to <c>AreTriesLeft</c>.
    /// </summary>
    public required JsonObject Find { get; init; }

    /// <summary>
    /// From <c>GetCampaign</c> on: puts the state of the campaign <c>$.launched.campaignId</c> in <c>$.end.status</c>; <c>COMPLETED</c>,
    /// <c>DELETED</c> and <c>INVALID</c> are final. Goes on to <c>HasEnded</c>, or with <c>$.error</c> to <c>TellOfCampaign</c>.
    /// </summary>
    public required JsonObject Follow { get; init; }

    /// <summary>What the platform calls the segment and the template of each campaign, by the campaign's name.</summary>
    public required IReadOnlyDictionary<string, CampaignReferences> Targets { get; init; }
}
