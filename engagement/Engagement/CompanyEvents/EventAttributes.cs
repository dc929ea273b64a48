using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>The attributes of company events, and their names where a platform shows them.</summary>
public static class EventAttributes
{
    /// <summary>
    /// How an event's attribute is called among the attributes of an endpoint, where a template can show it: <c>event_version</c>.
    /// </summary>
    public const string Prefix = "event_";

    /// <summary>The user attribute of the company endpoint, and the attribute of the recorded event, that hold the event's id.</summary>
    public const string EventId = "company_event_id";

    /// <summary>Most attributes of an event: 40 are possible, and one is the event's id.</summary>
    public const int Most = Limits.AttributesAndMetrics - 1;

    /// <summary>
    /// Longest value, in characters: the company endpoint and the endpoints that the hook returns hold it, and an endpoint takes 100.
    /// </summary>
    public const int ValueLength = Limits.UserAttributeValueLength;

    /// <summary>Why an attribute cannot have this name, to be read after "the name"; null when it can.</summary>
    public static string? NameObjection(string name) =>
        name == EventId ? "is taken: the event's id has it" : DefinitionNameRule.Objection(name);

    /// <summary>Why a value is none of its attribute's kind; null when it is.</summary>
    public static string? KindObjection(AttributeKind kind, string value) => kind == AttributeKind.Url ? UrlRule.Objection(value) : null;

    /// <summary>Why an attribute cannot have this value; null when it can.</summary>
    /// <remarks>Templates show values, in their subjects too, so that a line break could add a header to a mail.</remarks>
    public static string? ValueObjection(string value) =>
        TextRule.IsBlank(value) ? "is empty"
        : value.Length > ValueLength ? $"has {value.Length} characters; at most {ValueLength} are possible in an endpoint's attribute"
        : TextRule.Objection(value);
}
