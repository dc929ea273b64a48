namespace Engagement.Local.ApiGateway.MappingTemplates;

/// <summary>
/// How far a template may go. The first two are API Gateway's quotas ("Quotas for configuring and running a REST API"). The others end a
/// template that would never end by itself.
/// </summary>
internal static class TemplateLimits
{
    /// <summary>Rounds of one <c>#foreach</c>.</summary>
    public const int Iterations = 1_000;

    /// <summary>Characters of a text that a template makes: the quota on payloads, 10 MB.</summary>
    public const int TextLength = 10 * 1024 * 1024;

    /// <summary>Statements evaluated in one go.</summary>
    public const int Steps = 1_000_000;

    /// <summary>Blocks, parentheses and texts within each other.</summary>
    public const int Depth = 60;

    /// <summary>Digits of a number.</summary>
    public const int Digits = 18;
}
