namespace Engagement;

/// <summary>
/// What one event and one endpoint may hold on every platform. Lengths are in UTF-16 code units, the stricter way to count: an emoji is
/// two. Unless said otherwise they are the quotas of the platform that takes the least; <see cref="Definitions.PlatformLimits"/> has what
/// differs.
/// </summary>
public static class Limits
{
    /// <summary>Longest name of an event type, attribute, metric or user attribute.</summary>
    public const int NameLength = 50;

    /// <summary>Longest value of an event attribute. A platform may drop an event that holds a longer one.</summary>
    public const int AttributeValueLength = 200;

    /// <summary>Longest value of a user attribute.</summary>
    public const int UserAttributeValueLength = 100;

    /// <summary>Most attributes and metrics, counted together, of one event.</summary>
    public const int AttributesAndMetrics = 40;

    /// <summary>Most user attributes of one endpoint's user.</summary>
    public const int UserAttributes = 250;

    /// <summary>
    /// Longest endpoint id and user id. No platform documents a limit. 128 is this project's own and enough for a SHA-512 in hexadecimal.
    /// It keeps callers of the public address from filling the application with endless ids.
    /// </summary>
    public const int IdLength = 128;

    /// <summary>
    /// Most campaigns that a state machine launches. As many iterations of an inline Map run at once ("Map state" in the Step Functions
    /// developer guide), and an iteration that waits keeps its place.
    /// </summary>
    public const int StateMachineCampaigns = 40;

    /// <summary>Longest subject of an email: a line of RFC 5322 without its end.</summary>
    public const int SubjectLength = 998;

    /// <summary>How far ahead a scheduled campaign has to be created.</summary>
    public static readonly TimeSpan ScheduleLead = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Longest <c>after</c> where a state machine waits for it: an execution lasts a year at most, and 15 days of it are for the rest.
    /// </summary>
    public static readonly TimeSpan StateMachineWait = TimeSpan.FromDays(350);

    /// <summary>
    /// Longest name of a segment, announcement, campaign or template. Platforms' own limits are wider: 128 for a template, 150 for a
    /// journey. With 40, two joined names still fit, with an environment before them and an event's id behind them.
    /// </summary>
    public const int DefinitionNameLength = 40;

    /// <summary>
    /// Longest id of a company event; it stands in tags, names and keys. The project's own, enough for a SHA-256 in hexadecimal.
    /// </summary>
    public const int CompanyEventIdLength = 64;
}
