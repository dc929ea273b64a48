using Engagement.Local.ApiGateway.MappingTemplates;
using Engagement.Local.ApiGateway.MappingTemplates.Variables;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.ApiGateway.MappingTemplates;

public sealed class TemplateProperties
{
    private static readonly string[] Pieces =
    [
        "#if(", "#elseif(", "#else", "#end", "#foreach(", "$i in ", "#set(", "$x = ", "#break", "#stop", "##", "#*", "*#", "#[[", "]]#",
        "#", "$", "$!", "${", "}", "{",
        "$s", "$n", "$map", "$list", "$nothing", "$util", "$input", ".body", ".get(", ".size()", ".length()", ".substring(", ".replaceAll(",
        ".split(", ".add(", ".put(", ".path(",
        ".urlEncode(", ".urlDecode(", ".parseJson(", ".escapeJavaScript(", ".a", "[", "]", "(", ")", ",", ":", "..", "1", "-1", "2.5",
        "1e9", "99999999999999999999", "true", "false", "\"", "'",
        " ", "\n", "\r\n", "\t", "\\", "==", "!=", "<", ">=", "&&", "||", "!", "not ", " and ", "+", " - ", "*", "/", "%", "text", "日本",
        "\ud83d", "\0", "{\"a\":", "$.a[0]", "macro",
    ];

    [Fact]
    public void Any_text_is_rendered_or_refused_with_a_template_exception() =>
        Holds(Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), RendersOrRefuses), 5_000);

    [Fact]
    public void Directives_that_fit_together_are_rendered_or_refused_with_a_template_exception() =>
        Holds(Prop.ForAll(Gen.Sized(size => Block(Math.Min(size, 6))).ToArbitrary(), RendersOrRefuses), 1_000);

    [Fact]
    public void Text_without_signs_passes_unchanged() =>
        Holds(Prop.ForAll(Texts("$#\\"), text => Rendering.Render(text) == text), 1_000);

    [Fact]
    public void What_is_encoded_is_a_form_s_text() =>
        Holds(
            Prop.ForAll(
                Texts("").Filter(text => !text.Any(char.IsSurrogate)),
                text => System.Net.WebUtility.UrlDecode(JavaUrl.Encode(text)) == text),
            1_000);

    private static void Holds(Property property, int tests) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), property);

    private static Arbitrary<string> Texts(string without) =>
        ArbMap.Default.ArbFor<string>().Filter(text =>
            text is not null && !text.Any(character => without.Contains(character, StringComparison.Ordinal)));

    private static Gen<string> Block(int depth)
    {
        var plain =
            Gen.Elements(
                "text",
                "\n",
                " ",
                "$s",
                "$!x",
                "$map.a.b",
                "$x.length()",
                "## c\n",
                "#set($x = \"$s$n\")",
                "#set($x = [1, $x])",
                "#set($map.a = $x)");
        return depth == 0 ? plain : Gen.OneOf(
            plain,
            from first in Block(depth - 1) from second in Block(depth - 1) select first + second,
            from inner in Block(depth - 1)
            from condition in Gen.Elements(
                "$x", "$n > 3", "!$f && $x == ''", "$x.a")
            select $"#if({condition}){inner}#{{else}}{inner}#end\n",
            from inner in Block(depth - 1)
            from items in Gen.Elements(
                "$list", "$map", "[1, 2]", "$x", "$map.keySet()")
            select $"#foreach($i in {items}){inner}$i#end");
    }

    private static bool RendersOrRefuses(string template)
    {
        try
        {
            return Rendering.Render(template) is not null;
        }
        catch (TemplateException refusal)
        {
            return refusal.Position.Line > 0 && refusal.Position.Column > 0;
        }
    }
}
