using Engagement.CompanyEvents;
using Engagement.CompanyEvents.DryRuns;
using Engagement.Definitions;
using Engagement.Definitions.Announcements;
using Engagement.Local.Announcements;
using Engagement.Local.Cloud;
using Engagement.Local.Definitions;
using Engagement.Local.Http;
using Engagement.Local.Platforms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/announcements</c>: the announcements, who would get what, what was published, and holding one.</summary>
internal static class AnnouncementsApi
{
    private const string AttributePrefix = "attribute.";

    /// <summary>What to suppose.</summary>
    /// <param name="Attributes">The event's attributes.</param>
    /// <param name="Customer">The customer that is asked about; null: all.</param>
    /// <param name="Campaign">The campaign whose message is asked for.</param>
    internal sealed record Supposed(IReadOnlyDictionary<string, string>? Attributes, string? Customer, string? Campaign);

    /// <summary>Whether an announcement's events are to wait.</summary>
    internal sealed record Holding(bool? Held);

    public static void Map(RouteGroupBuilder route, Func<LocalCloud> cloud)
    {
        route.MapGet("", () => DeployedAsync(cloud(), deployed =>
            Json(deployed.Stack.Set.Announcements.Announcements.Select(AnnouncementJson.From))));
        route.MapGet("{name}/events", (string name, int? limit, string? before) => NamedAsync(cloud(), name, (_, announcement) =>
            Json(ListPage.From(PublishedEvents.Find(cloud(), announcement), each => each.Id ?? "", limit, before))));
        route.MapPost("{name}/dry-run", (string name, HttpRequest request, CancellationToken cancellation) =>
            RequestBody.ReadAsync<Supposed>(request, supposed => SupposeAsync(cloud(), name, supposed, async trial =>
                await Json((await trial.RunAsync(RunningPlatform.From(cloud()), supposed.Customer, cancellation)).Select(Shown)))));
        route.MapPost("{name}/check", (string name, HttpRequest request) =>
            RequestBody.ReadAsync<Supposed>(request, supposed => NamedAsync(cloud(), name, (deployed, announcement) =>
                Json(new { problems = Decide(deployed, announcement, supposed) is CompanyEventRefused refused ? refused.Problems : [] }))));
        route.MapPost("{name}/message", (string name, HttpRequest request) =>
            RequestBody.ReadAsync<Supposed>(request, supposed => SupposeAsync(cloud(), name, supposed, trial =>
                Message(trial, RunningPlatform.From(cloud()), supposed))));
        route.MapGet("{name}/message/html", (string name, string campaign, string customer, HttpContext http) =>
            SupposeAsync(cloud(), name, new(Attributes(http.Request.Query), customer, campaign), trial =>
                Document(trial, RunningPlatform.From(cloud()), campaign, customer, http.Response)));
        route.MapPost("{name}/hold", (string name, HttpRequest request) =>
            RequestBody.ReadAsync<Holding>(request, holding => NamedAsync(cloud(), name, (deployed, announcement) =>
                Hold(deployed, announcement, holding))));
    }

    private static Task<IResult> SupposeAsync(
        LocalCloud cloud, string name, Supposed supposed, Func<SupposedAnnouncement, Task<IResult>> answer) =>
        NamedAsync(cloud, name, (deployed, announcement) =>
            Decide(deployed, announcement, supposed) switch
            {
                CompanyEventAccepted accepted => answer(
                    new(deployed, announcement, accepted.Event.Attributes, cloud.Context.Clock.GetUtcNow())),
                CompanyEventRefused refused => Json(
                    new { message = $"The event would be refused. {string.Join("; ", refused.Problems)}", refused.Problems },
                    StatusCodes.Status400BadRequest),
                var other => throw new InvalidOperationException($"No event has such a fate: {other}."),
            });

    // No rule asks for the time: it is only written down, which nothing is here.
    private static CompanyEventDecision Decide(DeployedFiles deployed, Announcement announcement, Supposed supposed) => DryRunEvent.Decide(
        deployed.Stack.Set.Announcements, announcement, supposed.Attributes ?? new Dictionary<string, string>(), DateTimeOffset.UnixEpoch);

    private static object Shown(CampaignTally campaign) => new
    {
        campaign.Definition.Name,
        campaign.Definition.Template,
        campaign.Definition.Segment,
        topic = campaign.Audience.Topic.Name,
        gets = new { count = campaign.Chosen, customers = campaign.ChosenSample.Ids },
        held = campaign.Held.Select(each => new { each.Until, each.Count, customers = each.Sample.Ids }),
        leftOut = campaign.LeftOut.Select(reason => new
        {
            code = reason.Reason,
            reason = DryRunReason.Meaning(reason.Reason),
            count = reason.Count,
            customers = reason.Sample.Ids,
        }),
    };

    private static Task<IResult> Message(SupposedAnnouncement trial, IRunningPlatform platform, Supposed supposed) =>
        trial.Message(platform, supposed.Campaign ?? "", supposed.Customer ?? "") is { } message
            ? Json(message)
            : NotFound(
                $"The campaign '{supposed.Campaign}' has no message for the customer '{supposed.Customer}': one of the two is not there, "
                    + "or the message cannot be rendered for the customer.");

    private static Task<IResult> Document(
        SupposedAnnouncement trial, IRunningPlatform platform, string campaign, string customer, HttpResponse response) =>
        trial.Message(platform, campaign, customer) is { Html: { } html }
            ? Task.FromResult(MessageDocument.Answer(html, response))
            : NotFound($"The campaign '{campaign}' has no e-mail for the customer '{customer}'.");

    // attribute.feature=Maps
    private static Dictionary<string, string> Attributes(IQueryCollection query) => query
        .Where(parameter => parameter.Key.StartsWith(AttributePrefix, StringComparison.Ordinal))
        .ToDictionary(
            parameter => parameter.Key[AttributePrefix.Length..], parameter => parameter.Value.ToString(), StringComparer.Ordinal);

    // The file alone changes; the operator deploys it.
    private static Task<IResult> Hold(DeployedFiles deployed, Announcement announcement, Holding holding)
    {
        if (holding.Held is not { } held)
        {
            return Task.FromResult(Refusal.BadRequest("held: is missing; it is true or false."));
        }

        try
        {
            var saved = deployed.Saved;
            var text = HoldKey.Write(saved.Text(DefinitionFileNames.Announcements) ?? "", announcement.Name, held);
            return deployed.Save(saved.With(DefinitionFileNames.Announcements, text)) is { Count: > 0 } errors
                ? Json(new { message = string.Join('\n', errors), errors }, StatusCodes.Status400BadRequest)
                : Json(new { path = DefinitionFileNames.Announcements, held });
        }
        catch (FormatException e)
        {
            return Task.FromResult(Refusal.Conflict(e.Message));
        }
    }

    private static Task<IResult> NamedAsync(LocalCloud cloud, string name, Func<DeployedFiles, Announcement, Task<IResult>> answer) =>
        DeployedAsync(cloud, deployed => deployed.Stack.Set.Announcements.Find(name) is { } announcement
            ? answer(deployed, announcement)
            : NotFound($"The deployed definitions have no announcement '{name}'."));

    private static Task<IResult> DeployedAsync(LocalCloud cloud, Func<DeployedFiles, Task<IResult>> answer) =>
        cloud.Definitions is { } deployed ? answer(deployed) : Task.FromResult(Refusal.NoDefinitions);

    private static Task<IResult> NotFound(string message) => Task.FromResult(Refusal.NotFound(message));

    private static Task<IResult> Json(object answer, int status = StatusCodes.Status200OK) =>
        Task.FromResult(Results.Json(answer, statusCode: status));
}
