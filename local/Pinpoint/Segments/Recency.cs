namespace Engagement.Local.Pinpoint.Segments;

/// <summary>How far back recency looks (service model, RecencyDimension).</summary>
internal static class Recency
{
    /// <summary>Each duration by its name.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> Durations { get; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
    {
        ["HR_24"] = TimeSpan.FromHours(24),
        ["DAY_7"] = TimeSpan.FromDays(7),
        ["DAY_14"] = TimeSpan.FromDays(14),
        ["DAY_30"] = TimeSpan.FromDays(30),
    };
}
