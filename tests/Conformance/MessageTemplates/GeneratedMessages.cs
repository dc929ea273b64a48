using System.Text.Json;
using Engagement.Definitions.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Tests.MessageTemplates;

/// <summary>Templates, and endpoints to render them for.</summary>
internal static class GeneratedMessages
{
    private const int MostDepth = 4;

    // Names as people give them: with blanks, points, signs, other scripts, and those that languages take for their own.
    private static readonly string[] Names =
        [
            "tier", "event_version", "first name", "page.last", "a-b", "é日本", "x,y", "a+b", "a@b", "a&b", "50%", "$",
            "constructor", "length", "Count", "this", "else", "if", "true", "Tier",
        ];

    private static readonly string[] Values =
    [
        "gold", "", " ", "0", "false", "<b> & \"x\" 'y' `z` =", "a,b", "{{Address}}", "}}", "é日本😀", "\\",
        "line\nbreak", "&amp;", "null",
    ];

    private static readonly string[] Properties =
        [
            "Address", "ChannelType", "Id", "OptOut", "User.UserId", "Location.City", "Location.Latitude",
            "Demographic.Timezone", "Demographic.Locale",
        ];

    public static Arbitrary<string> Templates { get; } = Gen.Sized(size => Block(Math.Min(MostDepth, 1 + (size / 10)), inEach: false))
        .Where(template => TemplateLanguage.Read(template).Problems.Count == 0).ToArbitrary();

    public static Arbitrary<string> AnyTags { get; } = Gen.Elements(
        "{{",
        "}}",
        "{{{",
        "}}}",
        "{",
        "}",
        "#",
        "/",
        "^",
        "&",
        "!",
        "!--",
        "--",
        "~",
        "\\",
        ".",
        "../",
        "@",
        " ",
        "\n",
        "x",
        "[",
        "]",
        "|",
        "(",
        ")",
        "=",
        "if",
        "each",
        "else",
        "this",
        "Address",
        "Attributes.tier",
        "Attributes.tier.[0]",
        "Attributes.tier.length",
        "User",
        "Metrics.m",
        "@index",
        "@root",
        "{{Address}}",
        "{{{Address}}}",
        "{{#if Address}}",
        "{{/if}}",
        "{{else}}",
        "{{^}}",
        "{{#each Attributes.tier}}",
        "{{/each}}",
        "{{this}}",
        "{{@index}}",
        "{{../Address}}",
        "{{../../Address}}",
        "{{else if Metrics.m}}",
        "{{#unless Metrics.m}}",
        "{{/unless}}",
        "{{!--}}",
        "{{! c }}",
        "{{!-- c --}}",
        "{{~Id~}}",
        "{{#with User}}",
        "{{/with}}",
        "{{UserId}}",
        "{{User}}",
        "{{Attributes}}",
        "{{&Address}}",
        "{{^if Id}}",
        "{{#User}}",
        "{{/User}}",
        "{{lookup Attributes 'tier'}}")
        .ListOf().Select(string.Concat).ToArbitrary();

    public static Arbitrary<string> Endpoints { get; } = (
        from attributes in Lists()
        from userAttributes in Lists()
        from address in Gen.Elements(Values)
        from metric in Gen.Elements(0, 7, 1.5, -3, 1e21, 1e-7, 123456789.25)
        from hasPlace in Gen.Elements(true, false)
        select JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["Address"] = address,
            ["ChannelType"] = "EMAIL",
            ["Id"] = "c1",
            ["Attributes"] = attributes,
            ["Metrics"] = new Dictionary<string, double> { ["m"] = metric, ["tier"] = 1 },
            ["User"] = new Dictionary<string, object> { ["UserId"] = "u1", ["UserAttributes"] = userAttributes },
            ["Location"] = hasPlace ? new { City = "Köln", Latitude = metric } : new { },
        })).ToArbitrary();

    // Without a no-break space: where one stands on the line of a tag that is alone there, Handlebars.js takes away the blanks before it,
    // and Handlebars.Net does not (docs/decisions/template-language.md).
    private static Gen<string> Text { get; } = Gen.Elements(
        "x",
        " ",
        "\n",
        "\r\n",
        "\t",
        "  \n",
        "\n\n  ",
        "<p>",
        "{",
        "}",
        "}}",
        " a } b ",
        "\\",
        "\\ ",
        "'",
        "\"",
        "é日本😀",
        "&amp;",
        "{{! a comment }}",
        "{{!-- one - more --}}",
        "{{!}}",
        "\n{{! alone }}\n");

    private static Gen<Dictionary<string, string[]>> Lists() =>
        from names in Gen.SubListOf(Names)
        from values in Gen.Elements(Values).ListOf().Select(each => each.Take(3).ToArray()).ListOf(Names.Length)
        select names.Distinct().Zip(values).ToDictionary(each => each.First, each => each.Second);

    private static Gen<string> Block(int depth, bool inEach)
    {
        var show = from path in Shown(inEach)
                   from form in Gen.Elements("{{@}}", "{{{@}}}", "{{ @ }}", "{{{ @ }}}", "{{~@}}", "{{@~}}", "{{~ @ ~}}")
                   select (IsNumber(path)
                       ? form.Replace("{{{", "{{", StringComparison.Ordinal).Replace("}}}", "}}", StringComparison.Ordinal)
                       : form)
                       .Replace("@", path, StringComparison.Ordinal);
        var simple = Gen.OneOf(Text, Text, show);
        return depth == 0
            ? simple
            : Gen.OneOf(
                simple,
                Sequence(Block(depth - 1, inEach)),
                Sequence(Block(depth - 1, inEach)),
                If(depth, inEach),
                inEach ? If(depth, inEach) : Each(depth));
    }

    // A brace or a backslash beside a tag is what the check refuses.
    private static Gen<string> Sequence(Gen<string> block) =>
        from parts in Gen.ListOf(block, 4)
        select parts.Aggregate(
            "",
            (text, part) =>
                text + (text.EndsWith('{') || text.EndsWith('\\') || (part.StartsWith('}') && text.EndsWith('}')) ? " " : "") + part);

    private static Gen<string> If(int depth, bool inEach) =>
        from helper in Gen.Elements("if", "unless")
        from condition in Condition(inEach)
        from other in Condition(inEach)
        from first in Padded(Block(depth - 1, inEach))
        from second in Padded(Block(depth - 1, inEach))
        from third in Padded(Block(depth - 1, inEach))
        from shape in Gen.Elements(
            "{{#H C}}1{{/H}}", "{{#H C}}1{{else}}2{{/H}}", "{{#H C}}1{{else}}{{#if D}}2{{else}}3{{/if}}{{/H}}",
            "\n{{#H C}}\n1\n{{else}}\n2\n{{/H}}\n", "{{~#H C~}}1{{~else~}}2{{~/H~}}", "  {{#H C}}  \n1\n  {{/H}}\n")
        select Filled(shape, helper, condition, other, first, second, third);

    private static Gen<string> Each(int depth) =>
        from list in Gen.OneOf(
            Gen.Elements(Names).Select(name => $"Attributes.{Name(name)}"),
            Gen.Elements(Names).Select(name => $"User.UserAttributes.{Name(name)}"))
        from inside in Padded(Block(depth - 1, inEach: true))
        from outside in Padded(Block(depth - 1, inEach: false))
        from shape in Gen.Elements(
            "{{#H C}}1{{/H}}",
            "{{#H C}}1{{else}}2{{/H}}",
            "\n{{#H C}}\n1\n{{else}}\n2\n{{/H}}\n",
            "{{~#H C~}}1{{~/H}}")
        select Filled(shape, "each", list, "", inside, outside, "");

    private static Gen<string> Padded(Gen<string> block) =>
        block.Select(text => text.EndsWith('{') || text.EndsWith('\\') ? text + " " : text.StartsWith('}') ? " " + text : text);

    private static string Filled(string shape, string helper, string condition, string other, string first, string second, string third) =>
        string.Concat(shape.Select(sign => sign switch
        {
            'H' => helper,
            'C' => condition,
            'D' => other,
            '1' => first,
            '2' => second,
            '3' => third,
            _ => sign.ToString(),
        }));

    private static Gen<string> Condition(bool inEach) => inEach ? Gen.OneOf(Shown(inEach), Gen.Elements("@first", "@last")) : Shown(inEach);

    private static Gen<string> Shown(bool inEach) =>
        inEach ? Gen.OneOf(Gen.Elements("this", "@index"), Paths().Select(path => $"../{path}")) : Paths();

    private static Gen<string> Paths() => Gen.OneOf(
        Gen.Elements(Properties),
        Gen.Elements("Metrics.m", "Metrics.none", "Metrics.tier"),
        from name in Gen.Elements(Names)
        from holder in Gen.Elements("Attributes", "User.UserAttributes")
        from index in Gen.Elements("", ".[0]", ".[0]", ".[1]", ".[49]")
        select $"{holder}.{Name(name)}{index}");

    private static bool IsNumber(string path) =>
        path.Contains("Metrics.", StringComparison.Ordinal) || path.Contains("Location.L", StringComparison.Ordinal) || path == "@index";

    private static string Name(string name) =>
        name is not ("true" or "this") && name.All(sign => char.IsAsciiLetter(sign) || sign is '_') ? name : $"[{name}]";
}
