using System.Text.Json;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>Decides whether an incoming company event is as its announcement says. Nothing is known of where it goes.</summary>
/// <param name="catalog">The announcements.</param>
public sealed class CompanyEventRules(AnnouncementCatalog catalog)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// An event from the bus: <c>detail-type</c> is the announcement, <c>detail</c> is <c>{"id":"…","attributes":{…}}</c>. Without an id
    /// there, the bus's own serves.
    /// </summary>
    /// <param name="busEvent">The whole event, as EventBridge hands it to a function.</param>
    /// <param name="now">When it came in.</param>
    public CompanyEventDecision DecideBusEvent(JsonElement busEvent, DateTimeOffset now)
    {
        if (RefusalOfBrokenTexts(busEvent) is { } refusal)
        {
            return refusal;
        }

        var problems = new CompanyEventProblems();
        var envelope = JsonFields.Read(busEvent, "", problems);
        var detail = JsonFields.Read(envelope["detail"], "detail", problems);
        detail.RefuseOthers(problems, "id", "attributes");
        var busId = JsonText.Read(envelope["id"]) ?? "";
        return Decide(new(envelope["detail-type"], detail["id"], detail["attributes"], busId), "detail-type", problems, now);
    }

    /// <summary>An event from the route: <c>{"event":"feature_release","id":"…","attributes":{…}}</c>.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="newId">The id that serves when the body has none.</param>
    /// <param name="now">When it came in.</param>
    public CompanyEventDecision DecideRequest(string? body, string newId, DateTimeOffset now)
    {
        if (body is not null && !TextRule.IsUnicode(body))
        {
            return new CompanyEventRefused([new("", "the body is not UTF-8 text")]);
        }

        try
        {
            using var document = JsonDocument.Parse(body ?? "");
            return RefusalOfBrokenTexts(document.RootElement) ?? DecideText(body!, newId, now);
        }
        catch (JsonException)
        {
            // The exception's text can quote the body.
            return new CompanyEventRefused(
                [new("", "the body is no JSON object with each key once, such as {\"event\":\"…\",\"id\":\"…\",\"attributes\":{…}}")]);
        }
    }

    // A parser that looks for keys that stand twice throws at texts that are none, without saying where.
    private CompanyEventDecision DecideText(string body, string newId, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(body, Strict);
        var problems = new CompanyEventProblems();
        var fields = JsonFields.Read(document.RootElement, "", problems);
        fields.RefuseOthers(problems, "event", "id", "attributes");
        return Decide(new(fields["event"], fields["id"], fields["attributes"], newId), "event", problems, now);
    }

    private static CompanyEventRefused? RefusalOfBrokenTexts(JsonElement json)
    {
        var problems = new CompanyEventProblems();
        new BrokenTexts(problems).Find(json, "");
        return problems.Count > 0 ? new(problems.All) : null;
    }

    private CompanyEventDecision Decide(IncomingEvent incoming, string nameKey, CompanyEventProblems problems, DateTimeOffset now)
    {
        var announcement = AnnouncementRules.Find(catalog, incoming.Name, nameKey, problems);
        var id = EventIdRules.Read(incoming.Id, incoming.OtherwiseId, problems);
        if (announcement is null)
        {
            return new CompanyEventRefused(problems.All);
        }

        var attributes = new EventAttributesReader(announcement, problems).Read(incoming.Attributes);
        return problems.Count > 0
            ? new CompanyEventRefused(problems.All)
            : new CompanyEventAccepted(
                new() { Id = id, Announcement = announcement.Name, Attributes = attributes, PublishedAt = now }, announcement);
    }
}
