using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Tests.MappingTemplates;

/// <summary>
/// Templates of all that the evaluator knows of the language, over the variables of <see cref="Engines"/>, in which every reference leads
/// somewhere and every operand is of the kind that its operator takes. What lies outside of that is in <see cref="KnownDifferenceTests"/>.
/// </summary>
internal static partial class GeneratedTemplates
{
    private const int MostDepth = 4;

    public static Arbitrary<string> All { get; } = Gen.Sized(size => Block(Math.Min(MostDepth, 1 + (size / 12))))
        .Where(template => !BlanksAfterEnd().IsMatch(template))
        .ToArbitrary();

    private static Gen<string> Texts { get; } = Gen.Elements(
        "$s",
        "${t}",
        "$!e",
        "$!{blank}",
        "$map.a",
        "$map.get('b')",
        "${map.c}",
        "${deep.inner.name}",
        "$t.toUpperCase()",
        "$s.toLowerCase()",
        "$t.trim().toLowerCase()",
        "$x");

    // In the text of a template: a digit right behind a name would be part of it.
    private static Gen<string> NumberReferences { get; } = Gen.Elements(
        "$n", "${m}", "$z", "$deep.n", "$deep.get('n')", "$s.length()", "$list.size()", "$map.size()", "$i");

    private static Gen<string> Numbers { get; } = Gen.OneOf(NumberReferences, NumberReferences, Gen.Elements("0", "12"));

    private static Gen<string> Lists { get; } = Gen.Elements(
        "$list", "$numbers", "$none", "$deep.inner.list", "$map.keySet()", "['p', \"q$n\", $s]", "[1, 2]", "[]");

    private static Gen<string> Literals { get; } = Gen.Elements(
        " text",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        ", ",
        " a b\n",
        " {\"k\": ",
        "}",
        " (",
        ")",
        " [",
        "]",
        "'",
        "\"",
        ".",
        "..",
        "!",
        "%",
        "&",
        "=",
        "\n  ",
        "é日本",
        " 1.5",
        " # x",
        " #1",
        " $ x",
        " $1",
        " a@b.c");

    private static Gen<string> Comments { get; } = Gen.Elements("## all of $s this\n", "##\n");

    private static Gen<string> Block(int depth)
    {
        var simple = Gen.OneOf(Literals, Literals, Texts, NumberReferences, Comments, Set(depth));
        if (depth == 0)
        {
            return simple;
        }

        var inner = Block(depth - 1);
        return Gen.OneOf(simple, Sequence(inner), Sequence(inner), If(depth, inner), Foreach(depth, inner));
    }

    private static Gen<string> Sequence(Gen<string> block) =>
        from parts in Gen.ListOf(block, 4)
        from separators in Gen.ListOf(Gen.Elements("", " ", "\n", "##\n", ","), 4)
        select string.Concat(parts.Zip(separators, (part, separator) => part + separator));

    private static Gen<string> If(int depth, Gen<string> block) =>
        from condition in Condition(depth)
        from other in Condition(depth)
        from first in block
        from second in block
        from third in block
        from shape in Gen.Elements(
            "#if({0}){2}#end",
            "#if({0})\n{2}\n#end\n",
            "#if({0})##\n{2}##\n#else##\n{3}##\n#end##\n",
            "#if({0}){2}#elseif({1}){3}#{{else}}{4}#end",
            "#if( {0} )\n{2}#elseif( {1} )\n{3}\n#else\n{4}\n#end ")
        select string.Format(CultureInfo.InvariantCulture, shape, condition, other, first, second, third);

    private static Gen<string> Foreach(int depth, Gen<string> block) =>
        from items in Lists
        from body in block
        from item in Gen.Elements("$each", "")
        from shape in Gen.Elements(
            "#foreach($each in {0}){1}{2}#end",
            "#foreach( $each in {0} )\n{1} {2}\n#end\n",
            "#foreach($each in {0})##\n{1},{2}##\n#end##\n")
        select string.Format(CultureInfo.InvariantCulture, shape, items, item, body)
            .Replace("$each", $"$each{depth}", StringComparison.Ordinal);

    private static Gen<string> Set(int depth) =>
        from value in Gen.OneOf(
            Text.Select(text => $"$x = {text}"),
            Numbers.Select(number => $"$n = {number}"),
            Condition(depth).Select(condition => $"$yes = {condition}"),
            Texts.Select(text => $"$map.a = {text}"))
        from beginning in Gen.Elements("\n", ",", "##\n")
        from ending in Gen.Elements("", "##\n", "\n", " ")
        select $"{beginning}#set({value}){ending}";

    private static Gen<string> Text { get; } =
        Gen.OneOf(
            Texts,
            Gen.Elements(
                "''", "\"\"", "'$s'", "'a#b'", "\"a\"", "\"it's $s\"", "\"[$n]\"", "\"${t}s\"", "\"$!{e}x\"",
                "\"$map.get('a')\"", "\"#if($yes)y#end\""));

    private static Gen<string> Condition(int depth)
    {
        var simple = Gen.OneOf(
            Gen.Elements(
                "$yes", "$no", "!$yes", "! $no", "$map", "true", "false", "$map.containsKey('a')", "$none.isEmpty()",
                "$s.startsWith('a')", "$s.contains('b')", "$t.equals('Text')", "$list.contains('y')"),
            from left in Numbers
            from right in Numbers
            from sign in Gen.Elements("==", "!=", "<", "<=", ">", ">=")
            select $"{left} {sign} {right}",
            from left in Texts
            from right in Gen.OneOf(Texts, Gen.Elements("''", "\"Text\"", "\"$s\""))
            from sign in Gen.Elements("==", "!=")
            select $"{left} {sign} {right}");
        return depth <= 1 ? simple : Gen.OneOf(
            simple,
            from left in Condition(depth - 1)
            from right in Condition(depth - 1)
            from sign in Gen.Elements("&&", "||")
            select $"({left}) {sign} ({right})",
            from inner in Condition(depth - 1) select $"!({inner})");
    }

    /// <summary>Velocity swallows blanks between <c>#end</c> and the line's end; velocityjs swallows the line's end alone.</summary>
    [GeneratedRegex(@"#end[ \t]+\n")]
    private static partial Regex BlanksAfterEnd();
}
