using Engagement.Definitions;
using Engagement.Definitions.Journeys;

namespace Engagement.Local.Plans;

/// <summary>The page with a flowchart of each journey, written like a plan: <c>docs/journeys-charts.md</c>.</summary>
/// <param name="repository">Folder with <c>Pulumi.yaml</c>; its <c>definitions/</c> hold the journeys.</param>
internal sealed class JourneyChartsPage(string repository)
{
    /// <summary>Its path within the repository.</summary>
    public const string Name = "docs/journeys-charts.md";

    private static readonly string[] Heading =
    [
        "# Charts of the journeys", "",
        "`dotnet run --project local -- plan` writes this page from",
        "[`definitions/journeys.yaml`](../definitions/journeys.yaml). It is never edited by hand.",
        "[Journeys](journeys.md) says how they work.",
    ];

    private string File => Path.Combine(repository, Name);

    /// <summary>The page as it is, or an empty text where there is none.</summary>
    public async Task<string> AcceptedAsync(CancellationToken cancellationToken) => System.IO.File.Exists(File)
        ? (await System.IO.File.ReadAllTextAsync(File, cancellationToken)).ReplaceLineEndings("\n")
        : "";

    /// <summary>The page as the definitions make it now; an empty text where they have no journeys.</summary>
    /// <exception cref="DefinitionException">The journeys are wrong.</exception>
    public string Make()
    {
        var catalog = JourneyCatalog.Load(Path.Combine(repository, "definitions", DefinitionFileNames.Journeys));
        return catalog.Journeys.Count == 0 ? "" : $"{string.Join('\n', Heading.Concat(catalog.Journeys.SelectMany(Section)))}\n";
    }

    /// <summary>Writes the page; an empty text deletes it.</summary>
    public async Task WriteAsync(string page, CancellationToken cancellationToken)
    {
        if (page.Length == 0)
        {
            System.IO.File.Delete(File);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, page, cancellationToken);
    }

    private static IEnumerable<string> Section(Journey journey) =>
        ["", $"## `{journey.Name}`", "", "```mermaid", .. JourneyChart.Draw(journey).TrimEnd('\n').Split('\n'), "```"];
}
