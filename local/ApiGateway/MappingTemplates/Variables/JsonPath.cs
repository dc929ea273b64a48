using System.Globalization;
using System.Text.RegularExpressions;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

namespace Engagement.Local.ApiGateway.MappingTemplates.Variables;

/// <summary>JSONPath as far as it names one place: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>[0]</c>.</summary>
internal static partial class JsonPath
{
    /// <summary>What the path leads to, or null where it leads nowhere.</summary>
    /// <exception cref="ValueException">The path uses more than that.</exception>
    public static object? Find(object? root, string path)
    {
        var parsed = Path().Match(path);
        if (!parsed.Success)
        {
            throw new ValueException($"The JSON path '{path}' is not of the form $.name['name'][0]");
        }

        var value = root;
        foreach (Capture step in parsed.Groups["step"].Captures)
        {
            value = Step(value, step.Value);
        }

        return value;
    }

    private static object? Step(object? value, string step) => (value, step[0], step.Length > 1 && step[1] is '\'' or '"') switch
    {
        (TemplateMap map, '.', _) => map.GetValueOrDefault(step[1..]),
        (TemplateMap map, _, true) => map.GetValueOrDefault(step[2..^2]),
        (TemplateList list, '[', false) => int.TryParse(step[1..^1], CultureInfo.InvariantCulture, out var index) && index < list.Count ? list[index] : null,
        _ => null,
    };

    [GeneratedRegex(@"^\$(?<step>\.[A-Za-z0-9_-]+|\['[^']*'\]|\[""[^""]*""\]|\[[0-9]+\])*$", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
