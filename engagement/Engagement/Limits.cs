namespace Engagement;

/// <summary>
/// What one event and one endpoint may hold. Lengths are in UTF-16 code units, the stricter way to count: an emoji is two.
/// Unless said otherwise the source is "Amazon Pinpoint quotas" in the Pinpoint developer guide.
/// </summary>
public static class Limits
{
    /// <summary>Longest name of an event type, attribute, metric or user attribute.</summary>
    public const int NameLength = 50;

    /// <summary>Longest value of an event attribute. Pinpoint drops an event that holds a longer one.</summary>
    public const int AttributeValueLength = 200;

    /// <summary>Longest value of a user attribute.</summary>
    public const int UserAttributeValueLength = 100;

    /// <summary>Most attributes and metrics, counted together, of one event.</summary>
    public const int AttributesAndMetrics = 40;

    /// <summary>Most user attributes of one endpoint's user.</summary>
    public const int UserAttributes = 250;

    /// <summary>Most event types of one application.</summary>
    public const int EventTypes = 1_500;

    /// <summary>Most different attribute names of one application.</summary>
    public const int AttributeNames = 500;

    /// <summary>Most different metric names of one application.</summary>
    public const int MetricNames = 500;

    /// <summary>
    /// Longest endpoint id and user id. Pinpoint documents none; 128 is this project's own, enough for a SHA-512 in hexadecimal,
    /// so that nobody fills the application with endless ids through a public address.
    /// </summary>
    public const int IdLength = 128;

    /// <summary>Most dimensions of one segment.</summary>
    public const int SegmentDimensions = 100;

    /// <summary>Most campaigns of one account that have neither completed nor failed.</summary>
    public const int ActiveCampaigns = 200;

    /// <summary>Most active journeys of one account that events start.</summary>
    public const int EventStartedJourneys = 20;

    /// <summary>
    /// Most campaigns that a state machine launches: as many iterations of an inline Map run at once ("Map state" in the Step Functions developer guide),
    /// and one that waits keeps its place.
    /// </summary>
    public const int StateMachineCampaigns = 40;

    /// <summary>Most active journeys of one account.</summary>
    public const int ActiveJourneys = 50;

    /// <summary>Most characters of an email template, its parts together.</summary>
    public const int EmailTemplateLength = 600_000;

    /// <summary>Longest subject of an email: a line of RFC 5322 without its end.</summary>
    public const int SubjectLength = 998;

    /// <summary>How far ahead a scheduled campaign has to be created: "Schedule the campaign" in the Pinpoint user guide.</summary>
    public static readonly TimeSpan ScheduleLead = TimeSpan.FromMinutes(15);

    /// <summary>Longest <c>after</c> where a state machine waits for it: an execution lasts a year at most, and needs some of it for the rest.</summary>
    public static readonly TimeSpan StateMachineWait = TimeSpan.FromDays(360);

    /// <summary>
    /// Longest name of a segment, announcement, campaign or template. Pinpoint's own limits are wider (a template 128, a journey 150);
    /// 40 is this project's, so that names joined to one, with an environment before them and an event's id behind them, still fit.
    /// </summary>
    public const int DefinitionNameLength = 40;

    /// <summary>Longest id of a company event; it stands in tags, names and keys. The project's own, enough for a SHA-256 in hexadecimal.</summary>
    public const int CompanyEventIdLength = 64;
}
