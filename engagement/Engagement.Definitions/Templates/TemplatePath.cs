using System.Collections.Frozen;
using System.Globalization;

namespace Engagement.Definitions.Templates;

/// <summary>What a path leads to in the data that a template is rendered with: an endpoint with its user.</summary>
internal sealed record TemplatePath(TemplateValueKind Kind, string Name, bool IsList)
{
    // As many values as an attribute of an endpoint has.
    private const int MostValues = 50;

    private const string Element = "this";

    /// <summary>What a platform itself knows of an endpoint.</summary>
    public static readonly FrozenSet<string> Properties = FrozenSet.Create(
        StringComparer.Ordinal,
        "Address", "ChannelType", "CohortId", "CreationDate", "EffectiveDate", "EndpointStatus", "Id", "OptOut", "RequestId", "User.UserId",
        "Demographic.AppVersion", "Demographic.Locale", "Demographic.Make", "Demographic.Model", "Demographic.ModelVersion",
        "Demographic.Platform", "Demographic.PlatformVersion", "Demographic.Timezone",
        "Location.City", "Location.Country", "Location.Latitude", "Location.Longitude", "Location.PostalCode", "Location.Region");

    /// <summary>Reads a path.</summary>
    /// <param name="text">The path, as <see cref="TemplateTag"/> has it.</param>
    /// <param name="inElement">Whether it stands in an <c>each</c>.</param>
    /// <param name="objection">
    /// Why it leads nowhere, or not to the same everywhere, and what would be right; null when nothing is wrong.
    /// </param>
    public static TemplatePath? Read(string text, bool inElement, out string? objection)
    {
        var isOutside = text.StartsWith("../", StringComparison.Ordinal);
        var path = isOutside ? text[3..] : text;
        if (path == Element || path.StartsWith('@'))
        {
            objection = inElement && !isOutside ? null : $"'{text}' is the element of an {{{{#each}}}}, and stands in none";
            return objection is null ? new(TemplateValueKind.Element, path, IsList: false) : null;
        }

        objection = Misplaced(path, isOutside, inElement);
        return objection is null ? OfEndpoint(path, out objection) : null;
    }

    private static string? Misplaced(string path, bool isOutside, bool inElement) => (isOutside, inElement) switch
    {
        (true, false) => $"'../' leads out of an {{{{#each}}}}, and stands in none; write '{path}'",
        (false, true) =>
            $"'{path}' is looked for in the element here; write '../{path}' for what stands outside the list, and 'this' for the element",
        _ => null,
    };

    private static TemplatePath? OfEndpoint(string path, out string? objection)
    {
        objection = null;
        var segments = Segments(path);
        if (Properties.Contains(string.Join('.', segments)))
        {
            return new(TemplateValueKind.Property, string.Join('.', segments), IsList: false);
        }

        return segments switch
        {
            ["Attributes", .. var parts] => Named(path, TemplateValueKind.Attribute, parts, out objection),
            ["Metrics", .. var parts] => Named(path, TemplateValueKind.Metric, parts, out objection),
            ["User", "UserAttributes", .. var parts] => Named(path, TemplateValueKind.UserAttribute, parts, out objection),
            _ => Nothing(Unknown(path, segments), out objection),
        };
    }

    private static TemplatePath? Named(string path, TemplateValueKind kind, string[] parts, out string? objection) =>
        Shape(path, kind, parts) is { } wrong
            ? Nothing(wrong, out objection)
            : Something(new(kind, parts[0], IsList: kind != TemplateValueKind.Metric && parts.Length == 1), out objection);

    private static TemplatePath Something(TemplatePath path, out string? objection)
    {
        objection = null;
        return path;
    }

    private static TemplatePath? Nothing(string wrong, out string? objection)
    {
        objection = wrong;
        return null;
    }

    private static string? Shape(string path, TemplateValueKind kind, string[] parts) => parts switch
    {
        [] => $"'{path}' is all of them at once; name one, as in {path}.NAME",
        [_] => null,
        [_, var index] when kind != TemplateValueKind.Metric && IsIndex(index) => null,
        [_, var index] when kind != TemplateValueKind.Metric
            && index.All(char.IsAsciiDigit) =>
                $"'{path}' asks for a value that cannot be; an attribute has .[0] to .[{MostValues - 1}], without zeros before",
        _ when kind == TemplateValueKind.Metric =>
            $"'{path}' asks for a part of a number; a name that holds points is written in brackets, Metrics.[{string.Join('.', parts)}]",
        _ =>
            $"'{path}' asks for a part of a text; a value is written .[0], a name that holds points in brackets, "
                + $".[{string.Join('.', parts)}]",
    };

    private static string Unknown(string path, string[] segments)
    {
        var near = NearestName.Find(string.Join('.', segments), Properties);
        var advice = near is null
            ? "a customer's values are User.UserAttributes.NAME, an event's Attributes.event_NAME"
            : $"did you mean '{near}'?";
        return $"no endpoint has '{path}'; {advice}";
    }

    private static bool IsIndex(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < MostValues
            && text == index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The parts of a path, without brackets; points within brackets part nothing.</summary>
    private static string[] Segments(string path)
    {
        var segments = new List<string>();
        for (var rest = path; rest.Length > 0;)
        {
            var end = rest[0] == '[' ? rest.IndexOf(']', StringComparison.Ordinal) + 1 : rest.IndexOf('.', StringComparison.Ordinal);
            end = end < 0 ? rest.Length : end;
            segments.Add(rest[..end].Trim('[', ']'));
            rest = rest[end..].TrimStart('.');
        }

        return [.. segments];
    }
}
