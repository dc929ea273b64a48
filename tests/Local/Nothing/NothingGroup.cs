using Engagement.Infra.Configuration;
using YamlDotNet.RepresentationModel;

namespace Local.Tests.Nothing;

/// <summary>A group of <c>tests/nothing.yaml</c>: texts that are all treated alike, and a row of the table in <c>docs/gtm.md</c>.</summary>
internal sealed record NothingGroup(
    string What, IReadOnlyList<string> Texts, string Attribute, string Metric, string Event, string EndpointId)
{
    public static IReadOnlyList<NothingGroup> All { get; } = Read(Path.Combine(RepositoryRoot.Path, "tests", "nothing.yaml"));

    /// <summary>The table as the documentation shows it.</summary>
    public static string Table =>
        string.Join(
            '\n',
            All.Select(group => group.Row)
                .Prepend("| --- | --- | --- | --- | --- | --- |")
                .Prepend("| what | such as | as an attribute | as a metric | as `event` | as `endpoint_id` |"));

    private string Row =>
        $"| {What} | {string.Join(" ", Texts.Select(text => $"`{Shown(text)}`"))} | {Attribute} | {Metric} | {Event} | {EndpointId} |";

    // As JavaScript writes what cannot be seen.
    private static string Shown(string text) => text.Length == 0 ? "''" : string.Concat(text.Select(character =>
        character != ' ' || string.IsNullOrWhiteSpace(text)
            ? char.IsWhiteSpace(character) || character == '\ufeff'
            ? $"\\u{(int)character:x4}"
            : $"{character}"
            : " "));

    private static List<NothingGroup> Read(string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(path)));
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Cast<YamlMappingNode>().Select(group => new NothingGroup(
            Text(group, "what"),
            [.. ((YamlSequenceNode)group["texts"]).Select(text => ((YamlScalarNode)text).Value!)],
            Text(group, "attribute"),
            Text(group, "metric"),
            Text(group, "event"),
            Text(group, "endpoint_id")))];
    }

    private static string Text(YamlMappingNode group, string key) => ((YamlScalarNode)group[key]).Value!;
}
