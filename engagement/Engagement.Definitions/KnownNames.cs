namespace Engagement.Definitions;

/// <summary>
/// What is defined, over all files. Of a kind whose file could not be read nothing is known, and everything is let through.
/// </summary>
internal sealed class KnownNames
{
    private readonly Dictionary<NameKind, string[]> names = [];

    public void Add(NameKind kind, IEnumerable<string> known) => names.Add(kind, [.. known.Distinct(StringComparer.Ordinal)]);

    public int Count(NameKind kind) => names.TryGetValue(kind, out var known) ? known.Length : 0;

    /// <summary>Why a name of this kind cannot be used; null when it can.</summary>
    public string? Objection(NameKind kind, string name)
    {
        if (!names.TryGetValue(kind, out var known) || known.Contains(name, StringComparer.Ordinal))
        {
            return null;
        }

        return kind switch
        {
            NameKind.Event => $"'{name}' is no event of events.yaml{NearestName.Hint(name, known)}",
            NameKind.Segment => $"'{name}' is no segment of segments.yaml{NearestName.Hint(name, known)}",
            NameKind.Date =>
                $"'{name}' is not among dates.attributes of events.yaml, so that it would not be stored as an "
                    + $"instant{NearestName.Hint(name, known)}",
            NameKind.Template => $"'{name}' is no folder of templates/{NearestName.Hint(name, known)}",
            NameKind.Topic => $"'{name}' is no topic of topics.yaml{NearestName.Hint(name, known)}",
            NameKind.UserAttribute => Unset($"the user attribute '{name}'", name, known, "customers.userAttributes"),
            NameKind.EndpointAttribute => Unset($"the endpoint attribute '{name}'", name, known, "customers.attributes"),
            _ => Unset($"the endpoint metric '{name}'", name, known, "customers.metrics"),
        };
    }

    private static string Unset(string what, string name, string[] known, string where) =>
        NearestName.Find(name, known) is { } near
            ? $"nobody sets {what}; did you mean '{near}'?"
            : $"nobody sets {what}; if a back end or an import does, list it in segments.yaml under {where}";
}
