using System.Globalization;

namespace Benchmarks.Growth;

/// <summary>Definitions with as many of each kind as wanted.</summary>
internal sealed record GeneratedDefinitions
{
    /// <summary>How many events; at least one.</summary>
    public int Events { get; init; } = 1;

    /// <summary>How many segments; at least one.</summary>
    public int Segments { get; init; } = 1;

    /// <summary>How many announcements, each with a campaign.</summary>
    public int Announcements { get; init; }

    /// <summary>How many journeys, all of which the first event starts.</summary>
    public int Journeys { get; init; }

    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where to.</param>
    public void Write(DirectoryInfo folder)
    {
        Write(folder, "events.yaml", "events", Events, number => $"  event_{number}: {{ identity: signed, attributes: [value] }}");
        Write(folder, "segments.yaml", "customers: { userAttributes: [tier] }\nsegments", Segments, number =>
            $"  segment_{number}: {{ where: {{ channel: {{ in: [EMAIL] }}, userAttributes: {{ tier: {{ in: [t{number}] }} }} }} }}");
        Write(folder, "announcements.yaml", "announcements", Announcements, number =>
            $"  news_{number}: {{ via: journey, campaigns: [{{ name: all, segment: segment_0, template: news }}] }}");
        Write(folder, "journeys.yaml", "journeys", Journeys, number =>
            $"  journey_{number}: {{ event: event_0, again: P1D, steps: [{{ wait: P1D }}, {{ send: news }}] }}");
        var template = folder.CreateSubdirectory("templates").CreateSubdirectory("news");
        foreach (var part in (string[])["subject.txt", "email.html", "email.txt"])
        {
            File.WriteAllText(Path.Combine(template.FullName, part), "News");
        }
    }

    private static void Write(DirectoryInfo folder, string file, string key, int count, Func<string, string> entry) => File.WriteAllText(
        Path.Combine(folder.FullName, file),
        count == 0
            ? $"{key}: {{}}\n"
            : $"{key}:\n{string.Concat(Enumerable.Range(0, count).Select(n => $"{entry(n.ToString(CultureInfo.InvariantCulture))}\n"))}");
}
