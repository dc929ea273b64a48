namespace Conformance.Tests.MappingTemplates;

/// <summary>
/// Where the evaluator and velocityjs differ, and why. Generated templates keep clear of these. A template that no longer differs fails
/// here, and moves to the generated ones.
/// </summary>
public sealed class KnownDifferenceTests(Engines engines) : IClassFixture<Engines>
{
    /// <summary>
    /// API Gateway renders a reference that leads nowhere as the empty text, Velocity as its own source: see
    /// docs/decisions/velocity-evaluator.md.
    /// </summary>
    public static TheoryData<string, string, string> ApiGateway { get; } = new()
    {
        { "[$nothing]", "[]", "[$nothing]" },
        { "[${map.none}]", "[]", "[${map.none}]" },
        { "#set($q = $nothing)[$q]", "[]", "[$q]" },
        { "#set($q = \"a$nothing\")[$q]", "[a]", "[a$nothing]" },
        { "#set($q = 'a' + $nothing)[$q]", "[a]", "[aundefined]" },
        { "$map.get('none')", "", "$map.get('none')" },
    };

    /// <summary>Each rendered as this evaluator renders it by Apache Velocity 1.7 itself: velocityjs is what differs.</summary>
    public static TheoryData<string, string, string> Velocityjs { get; } = new()
    {
        // White space and what stands beside a reference.
        { "#* c *#\nz", "\nz", "z" },
        { "#if($yes)$n#end \nz", "7z", "7 \nz" },
        { "##\n #set($q = 1)b", "b", " b" },
        { "$n #set($q = 1)$q", "71", "7 1" },
        { "$n#* c *#z", "7z", "7#* c *#z" },
        { "#[[]]#", "", "#[[]]#" },
        { "#{if}($yes)y#{end}", "y", "#{if}(true)y" },

        // Numbers are Java's: whole ones divide to whole ones, and fractions show theirs.
        { "#set($q = 7 / 2)$q", "3", "3.5" },
        { "#set($q = 1.0)$q", "1.0", "1" },
        { "#set($q = 1.5 + 1.5)$q", "3.0", "3" },
        { "#set($q = $n / $z)[$!q]", "[]", "[Infinity]" },

        // A condition holds where there is a value, the empty text included, and never for a text or number that is written into it.
        { "#if($e)y#{else}n#end", "y", "n" },
        { "#if('text')y#{else}n#end", "n", "y" },
        { "#if(1)y#{else}n#end", "n", "y" },
        { "#if($yes || $no and $no)y#{else}n#end", "y", "n" },

        // Loops.
        { "#foreach($i in $list)#if($foreach.count == 2)#break#end$i#end", "x", "xy" },
        { "#foreach($i in $map)#break#end#foreach($i in $map)$i#end", "A&Bu+1@x.com", "" },
        { "#foreach($i in $list)#foreach($j in $map)#end$foreach.count#end", "123", "333" },
        { "#foreach($i in $list)$i#stop#end after", "x", "x#stopy#stopz#stop after" },
        { "a #stop b", "a ", "a #stop b" },

        // Members.
        { "$list[-1]", "z", "$list[-1]" },
        { "$map.entrySet()", "[a=A&B, b=u+1@x.com, c=]", "[{key=a, value=A&B}, {key=b, value=u+1@x.com}, {key=c, value=}]" },
        { "[$!t.toUpperCase]", "[]", "[function toUpperCase() { [native code] }]" },
    };

    /// <summary>What Velocity renders although it makes no sense is an error here, which names it.</summary>
    public static TheoryData<string, string, string> Refused { get; } = new()
    {
        { "$s.none()", "refused: There is no method 'none'", "$s.none()" },
        { "a#end", "refused: ", "a" },
        { "$list[3]", "refused: ", "$list[3]" },
        { "#foreach($i in $n)x#end", "refused: ", "" },
        { "#set($s.x = 1)z", "refused: ", "z" },
        { "#parse('a')z", "refused: ", "z" },
    };

    /// <summary>What velocityjs cannot read.</summary>
    public static TheoryData<string, string> Unread { get; } = new()
    {
        { "$n#[[ $s ]]#z", "7 $s z" },
        { "$t{", "Text{" },
        { "#set($q = 'it''s')$q", "it's" },
        { "#set($q = \"a\"\"b\")$q", "a\"b" },
    };

    [Theory]
    [MemberData(nameof(ApiGateway))]
    [MemberData(nameof(Velocityjs))]
    [MemberData(nameof(Refused))]
    public async Task A_known_difference_is_as_it_is_written_down(string template, string ours, string theirs)
    {
        var own = Engines.Ours(template);
        Assert.True(
            own == ours || (ours.StartsWith("refused: ", StringComparison.Ordinal) && own.StartsWith(ours, StringComparison.Ordinal)),
            own);
        Assert.Equal(theirs, await engines.TheirsAsync(template));
        Assert.NotEqual(own, theirs);
    }

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task What_velocityjs_cannot_read_is_rendered_here(string template, string ours)
    {
        Assert.Equal(ours, Engines.Ours(template));
        Assert.StartsWith("refused: Parse error", await engines.TheirsAsync(template), StringComparison.Ordinal);
    }
}
