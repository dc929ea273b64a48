using Engagement.Definitions;
using Engagement.Pinpoint.Quotas;

namespace Handlers.Tests.Definitions;

/// <summary>A folder of definitions of a test's own; small and without a mistake until a test changes a file.</summary>
internal sealed class DefinitionFolder : IDisposable
{
    private const string Events = "events:\n  signup: { identity: signed, userAttributes: [plan] }\n";

    private const string Segments = "customers: { userAttributes: [tier, language] }\nsegments:\n  premium: { where: { userAttributes: { "
        + "tier: { in: [premium] } } } }\n";

    private const string Announcements = """
        announcements:
          release:
            via: journey
            attributes: [version]
            campaigns:
              - { name: all, segment: premium, template: news, set: { last_release: "{{version}}" } }

        """;

    private readonly string path = Directory.CreateTempSubdirectory("definitions").FullName;

    public DefinitionFolder()
    {
        With("events.yaml", Events).With("segments.yaml", Segments).With("announcements.yaml", Announcements);
        With("templates/news/subject.txt", "News\n")
            .With("templates/news/email.html", "<p>{{Attributes.event_version.[0]}}</p>\n")
            .With("templates/news/email.txt", "News\n");
    }

    public DefinitionFolder With(string file, string text)
    {
        var full = Path.Combine(path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public DefinitionFolder WithBytes(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
        return this;
    }

    public string PathOf(string file) => Path.Combine(path, file);

    /// <summary>Changes a piece of a file that it holds.</summary>
    public DefinitionFolder Edit(string file, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(path, file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return With(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    public DefinitionFolder Without(string file)
    {
        var full = Path.Combine(path, file);
        if (Directory.Exists(full))
        {
            Directory.Delete(full, recursive: true);
        }
        else
        {
            File.Delete(full);
        }

        return this;
    }

    public DefinitionSet Load() => DefinitionSet.Load(path, PinpointLimits.Definitions);

    /// <summary>The errors, with files named as within the folder; none when there is no mistake.</summary>
    public string[] Errors()
    {
        try
        {
            Load();
            return [];
        }
        catch (DefinitionException exception)
        {
            return
            [
                .. exception.Errors.Select(
                    error => Path.GetRelativePath(path, error.File).Replace('\\', '/') + error.ToString()[error.File.Length..]),
            ];
        }
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
