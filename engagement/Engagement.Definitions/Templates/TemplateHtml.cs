using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Engagement.Definitions.Templates;

/// <summary>
/// Where in an HTML template values stand. A mark replaces each, whatever block it is in. AngleSharp's tokenizer, which knows entities,
/// quotes and comments as browsers do, then tells where the marks are.
/// </summary>
internal sealed partial class TemplateHtml
{
    private const char MarkStart = '\uE000';
    private const char MarkEnd = '\uE001';

    private static readonly FrozenSet<string> LinkAttributes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "action",
        "background",
        "cite",
        "classid",
        "codebase",
        "content",
        "data",
        "dynsrc",
        "formaction",
        "href",
        "icon",
        "longdesc",
        "lowsrc",
        "manifest", "ping", "poster", "profile", "src", "srcset", "usemap", "xlink:href");

    private static readonly FrozenDictionary<string, HtmlParseMode> Modes = new Dictionary<string, HtmlParseMode>
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["title"] = HtmlParseMode.RCData,
        ["textarea"] = HtmlParseMode.RCData,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyList<TemplateReference> shown;
    private readonly List<TemplateLink> links = [];
    private readonly List<TemplateProblem> problems = [];

    /// <param name="text">The template.</param>
    /// <param name="reading">Its tags, without a problem.</param>
    public TemplateHtml(string text, TemplateReading reading)
    {
        shown = [.. reading.References.Where(reference => reference.Tag.Shows)];
        Read(Marked(text));
    }

    /// <summary>The values that begin a link.</summary>
    public IReadOnlyList<TemplateLink> Links => links;

    /// <summary>Values where none may stand.</summary>
    public IReadOnlyList<TemplateProblem> Problems => problems;

    private static string Marked(string text)
    {
        var marked = new StringBuilder();
        var (at, next) = (0, 0);
        for (var open = text.IndexOf("{{", StringComparison.Ordinal); open >= 0; open = text.IndexOf("{{", at, StringComparison.Ordinal))
        {
            var tag = TemplateTag.At(text, open)!;
            marked.Append(text, at, open - at).Replace(MarkStart, ' ', marked.Length - (open - at), open - at);
            at = open + tag.Length;
            if (tag.Shows)
            {
                marked.Append(CultureInfo.InvariantCulture, $"{MarkStart}{next++}{MarkEnd}");
            }
        }

        return marked.Append(text, at, text.Length - at).Replace(
            MarkStart, ' ', marked.Length - (text.Length - at), text.Length - at).ToString();
    }

    private void Read(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { IsPreservingAttributeNames = true };
        var within = "";
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token)
            {
                case HtmlTagToken tag:
                    Read(tag);
                    within = tag.Type == HtmlTokenType.StartTag ? tag.Name : "";
                    tokenizer.State = Modes.GetValueOrDefault(within, HtmlParseMode.PCData);
                    break;
                case { Type: HtmlTokenType.Comment } when ConditionalComment().Match(token.Data) is { Success: true } conditional:
                    Read(conditional.Groups["html"].Value);
                    break;
                case { Type: HtmlTokenType.Character } when within is "script" or "style":
                    Refuse(token.Data, $"stands in a <{within}>, where a value can do anything; let it stand in the text");
                    break;
            }
        }
    }

    private void Read(HtmlTagToken tag)
    {
        Refuse(tag.Name, "stands where the name of an element is expected");
        foreach (var attribute in tag.Attributes)
        {
            Refuse(attribute.Name, "stands where the name of an attribute is expected; a value stands in quotes behind NAME=");
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc")
            {
                Refuse(attribute.Value, $"stands in the attribute '{attribute.Name}', where a value can do anything");
            }
            else if (LinkAttributes.Contains(attribute.Name))
            {
                FindLinks(attribute.Value, $"{tag.Name} {attribute.Name}");
            }
        }
    }

    /// <summary>Finds the values that decide where a link leads: none comes behind an address that is fixed.</summary>
    private void FindLinks(string value, string place)
    {
        var isFixed = FixedAddress().Match(value) is { Success: true } address ? address.Length : 0;
        foreach (var mark in Mark().EnumerateMatches(value))
        {
            var before = value.AsSpan(0, mark.Index);
            if (isFixed > 0 && mark.Index >= isFixed)
            {
                continue;
            }

            if (StartsWithMarks(before, out var behind))
            {
                links.Add(new(Shown(value.AsSpan(mark.Index, mark.Length)), place));
            }
            else if (behind.IsEmpty || behind[0] is not ('/' or '?' or '#' or '&'))
            {
                Refuse(
                    value.Substring(mark.Index, mark.Length),
                    $"stands in the address of a link ({place}), and may lead anywhere; begin the link with an address such as "
                        + "https://www.example.com/, or with an event's attribute of the kind url");
            }
        }
    }

    /// <summary>
    /// Whether nothing but values stands there; otherwise what comes behind the values that it begins with, if it begins with some.
    /// </summary>
    private static bool StartsWithMarks(ReadOnlySpan<char> before, out ReadOnlySpan<char> behind)
    {
        var rest = before.Trim();
        var any = false;
        while (rest is [MarkStart, ..])
        {
            rest = rest[(rest.IndexOf(MarkEnd) + 1)..].TrimStart();
            any = true;
        }

        behind = any ? rest : [];
        return rest.IsEmpty;
    }

    private void Refuse(string? text, string message)
    {
        foreach (var mark in Mark().EnumerateMatches(text ?? ""))
        {
            problems.Add(new(Shown(text.AsSpan(mark.Index, mark.Length)).Tag.Position, message));
        }
    }

    private TemplateReference Shown(ReadOnlySpan<char> mark) => shown[int.Parse(mark[1..^1], CultureInfo.InvariantCulture)];

    [GeneratedRegex($"{"\uE000"}[0-9]+{"\uE001"}")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(?:https?://[a-z0-9.-]+(?::[0-9]+)?[/?#]|mailto:|tel:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FixedAddress();

    // Outlook reads what stands in these: <!--[if mso]> … <![endif]-->
    [GeneratedRegex(@"^\s*\[if\b[^\]]*\]>(?<html>.*)$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConditionalComment();
}
