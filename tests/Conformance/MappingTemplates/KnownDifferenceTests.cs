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
        { "$map.get('none')", "", "$map.get('none')" },
    };

    /// <summary>Each rendered as this evaluator renders it by Apache Velocity 1.7 itself: velocityjs is what differs.</summary>
    public static TheoryData<string, string, string> Velocityjs { get; } = new()
    {
        // White space and what stands beside a reference.
        { "#if($yes)$n#end \nz", "7z", "7 \nz" },
        { "##\n #set($q = 1)b", "b", " b" },
        { "$n #set($q = 1)$q", "71", "7 1" },
        { "#{if}($yes)y#{end}", "y", "#{if}(true)y" },

        // A condition holds where there is a value, the empty text included, and never for a text or number that is written into it.
        { "#if($e)y#{else}n#end", "y", "n" },
        { "#if('text')y#{else}n#end", "n", "y" },
        { "#if(1)y#{else}n#end", "n", "y" },
        { "#if($yes || $no && $no)y#{else}n#end", "y", "n" },

        // Members.
        { "[$!t.toUpperCase]", "[]", "[function toUpperCase() { [native code] }]" },
    };

    /// <summary>
    /// What this evaluator leaves out, or what Velocity renders although it makes no sense, is an error here, which names it.
    /// </summary>
    public static TheoryData<string, string, string> Refused { get; } = new()
    {
        { "$s.none()", "refused: The method 'none'", "$s.none()" },
        { "a#end", "refused: ", "a" },
        { "$list[0]", "refused: An index in brackets", "x" },
        { "#foreach($i in $n)x#end", "refused: ", "" },
        { "#set($s.x = 1)z", "refused: ", "z" },
        { "#parse('a')z", "refused: #parse is not supported", "z" },
        { "#set($q = 1 + 1)$q", "refused: The operator +", "2" },
        { "#foreach($i in $list)$foreach.index#end", "refused: $foreach is not supported", "012" },
    };

    /// <summary>What velocityjs cannot read.</summary>
    public static TheoryData<string, string> Unread { get; } = new()
    {
        { "$t{", "Text{" },
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
