using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Engagement.Definitions.Announcements;

/// <summary>
/// A text with places for attributes of a company event, such as <c>{{feature}} {{version}}</c>. Nothing else of Handlebars is known here.
/// What stands in a place is put there as it is, and never read for places itself.
/// </summary>
[JsonConverter(typeof(TextTemplateConverter))]
public sealed class TextTemplate
{
    private readonly ImmutableArray<Part> parts;

    private TextTemplate(ImmutableArray<Part> parts) => this.parts = parts;

    private readonly record struct Part(string Text, bool IsAttribute);

    /// <summary>The attributes that have a place, in the order of the text, each once.</summary>
    public IReadOnlyList<string> Attributes =>
        [.. parts.Where(part => part.IsAttribute).Select(part => part.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>How many characters stand outside the places.</summary>
    public int LiteralLength => parts.Where(part => !part.IsAttribute).Sum(part => part.Text.Length);

    /// <param name="text">The text.</param>
    /// <param name="template">What it says; null when it is malformed.</param>
    /// <param name="objection">What is wrong with it; null when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out TextTemplate? template, [NotNullWhen(false)] out string? objection)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var rest = text.AsSpan();
        (template, objection) = (null, null);
        while (rest.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var open)
        {
            AddLiteral(parts, rest[..open]);
            rest = rest[(open + 2)..];
            var close = rest.IndexOf("}}", StringComparison.Ordinal);
            if (close < 0)
            {
                objection = "'{{' is not closed by '}}'";
                return false;
            }

            var name = rest[..close].Trim().ToString();
            if (DefinitionNameRule.Objection(name) is not null)
            {
                objection = $"'{{{{{name}}}}}' is no place for an attribute; only its name may stand there";
                return false;
            }

            parts.Add(new(name, IsAttribute: true));
            rest = rest[(close + 2)..];
            if (rest.StartsWith("}"))
            {
                objection = "'}}}' closes nothing; a place is written {{attribute}}";
                return false;
            }
        }

        AddLiteral(parts, rest);
        template = new(parts.ToImmutable());
        return true;
    }

    private static void AddLiteral(ImmutableArray<Part>.Builder parts, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            parts.Add(new(text.ToString(), IsAttribute: false));
        }
    }

    /// <summary>The text with the attributes' values in their places.</summary>
    /// <param name="values">A value for each of <see cref="Attributes"/>.</param>
    /// <exception cref="KeyNotFoundException">One is missing.</exception>
    public string Fill(IReadOnlyDictionary<string, string> values) =>
        string.Concat(parts.Select(part => part.IsAttribute ? values[part.Text] : part.Text));

    /// <summary>The text as the file has it, but for spaces within a place.</summary>
    public override string ToString() => string.Concat(parts.Select(part => part.IsAttribute ? $"{{{{{part.Text}}}}}" : part.Text));
}
