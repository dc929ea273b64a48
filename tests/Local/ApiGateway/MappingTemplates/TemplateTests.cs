namespace Local.Tests.ApiGateway.MappingTemplates;

/// <summary>Each expected text is what Apache Velocity 1.7 renders for the template, unless the test says otherwise.</summary>
public sealed class TemplateTests
{
    [Theory]
    [InlineData("$s $!s ${s}x $!{s}x $s.", "a, b a, b a, bx a, bx a, b.")]
    [InlineData("$s.length() ${s.length()} $s.x. [$s] {$s}", "4 4 . [a, b] {a, b}")]
    [InlineData("$5 #1 # # $ ${ #fff {#} $.x $-", "$5 #1 # # $ ${ #fff {#} $.x $-")]
    [InlineData(@"\x a\b \\ \", @"\x a\b \\ \")]
    [InlineData("$map.a $map.get('a') $map.n", "A&B A&B 3")]
    [InlineData("#set($map.q = 5)$map.q", "5")]
    public void References_render_their_values(string template, string rendered) => Assert.Equal(rendered, Rendering.Render(template));

    [Theory]
    [InlineData("a\n#set($x = 1)\nb $x", "a\nb 1")]
    [InlineData("  #set($x = 1)  \n[$x]", "[1]")]
    [InlineData("a  #set($x = 2)\n$x", "a  2")]
    [InlineData("#if($t)\n yes\n#else\n no\n#end\nz", " yes\nz")]
    [InlineData("#if($t)\r\nx\r\n#end\r\ny", "x\r\ny")]
    [InlineData("#if($t) \t\n x #end \t\n y", " x  y")]
    [InlineData("#foreach($i in $list)\n$i,\n#end\n.", "x,\ny,\nz,\n.")]
    [InlineData("#foreach( $i in $list )##\n$i##\n#end##\nend", "xyzend")]
    [InlineData("## comment\nx ## c\ny", "x y")]
    [InlineData("$n #set($y=1)$y", "71")]
    [InlineData("x#set($y=1)#set($z=2)\n\n$y$z", "x\n12")]
    public void A_directive_takes_the_line_end_behind_it_and_no_more(string template, string rendered) =>
        Assert.Equal(rendered, Rendering.Render(template));

    [Theory]
    [InlineData("$n == 7 && $s == 'a, b'")]
    [InlineData("$n >= 7 && $n <= 7 && $n > 6 && $n < 8 && !$f")]
    [InlineData("$f || $t")]
    [InlineData("$n == '7' && $t == 'true' && $n != 8")]
    [InlineData("$e && $n")]
    [InlineData("!$nothing && $nothing == '' && $nothing == $alsoNothing")]
    [InlineData("1 < 2 == true")]
    [InlineData("!('a' < 'b') && !('a' >= 'b')")]
    [InlineData("!'text' && !1 && !['a']")]
    public void Conditions_that_hold(string condition) => Assert.Equal("yes", Rendering.Render($"#if({condition})yes#{{else}}no#end"));

    [Theory]
    [InlineData("\"$s\"", "a, b")]
    [InlineData("'$s'", "$s")]
    [InlineData("\"A\\n\"", "A\\n")]
    [InlineData("\"a #if($t)b#end c\"", "a b c")]
    [InlineData("\"two\nlines\"", "two\nlines")]
    [InlineData("\"\"", "")]
    public void Texts_are_interpolated_in_double_quotes_only(string text, string value) =>
        Assert.Equal(value, Rendering.Render($"#set($x = {text})$x"));

    [Theory]
    [InlineData("#foreach($k in $map.keySet())$k=$map.get($k);#end", "a=A&B;b=u+1@x.com;n=3;")]
    [InlineData("#foreach($i in ['p', \"$n\", $s])$i;#end", "p;7;a, b;")]
    [InlineData("#foreach($s in $list)$s#end$s", "xyza, b")]
    [InlineData("#foreach($new in $list)$new#end$new", "xyz")]
    [InlineData("#foreach($i in $nothing)$i#end.", ".")]
    public void Loops_go_through_lists(string template, string rendered) => Assert.Equal(rendered, Rendering.Render(template));

    [Theory]
    [InlineData("$s.toUpperCase() $s.toLowerCase() $s.trim()", "A, B a, b a, b")]
    [
        InlineData(
            "$s.contains(', ') $s.equals('a, b') $s.isEmpty() $s.matches('a.*') $s.startsWith('b') $s.endsWith('b')",
            "true true false true false true")
    ]
    [InlineData("$list.size() $list.contains('x') $list.isEmpty()", "3 true false")]
    [InlineData("$map.size() $map.containsKey('a') $map.isEmpty()", "3 true false")]
    public void Methods_are_Java_s(string template, string rendered) => Assert.Equal(rendered, Rendering.Render(template));

    [Fact]
    public void What_leads_nowhere_is_empty_as_API_Gateway_has_it() =>
        Assert.Equal("[][][][]", Rendering.Render("[$nothing][$nothing.at.all][$map.none][#set($x = $map.get('none'))$x]"));

    [Theory]
    [InlineData("a\n  #if($t)", "#if has no #end (line 2, column 3)")]
    [InlineData("#end", "#end has no #if or #foreach before it (line 1, column 1)")]
    [InlineData("#foreach($x in 5)#end", "#foreach cannot go through a number (line 1, column 1)")]
    [InlineData("#foreach($x in $map)#end", "#foreach cannot go through a map")]
    [InlineData("#set($x = )", "Expected a value, found ')' (line 1, column 11)")]
    [InlineData("#foo($x)", "There is no directive #foo")]
    [InlineData("${s", "Expected '}' in ${s, found the end")]
    [InlineData("#set($s.x = 1)", "#set cannot change $s.x: it belongs to a text")]
    [InlineData("$util.urlencode('x')", "$util has no member 'urlencode'")]
    [InlineData("$input.headers", "$input has no member 'headers'")]
    [InlineData("#set($x = \"a)", "no closing quote")]
    [InlineData("x #set($y = \"ab$s.foo()\")", "(line 1, column 18)")]
    [InlineData("$s.matches('(')", "'matches' refused its arguments")]
    [InlineData("$s.contains(1)", "'contains' refused its arguments: a text was expected, not a number")]
    public void An_error_says_what_and_where(string template, string said) =>
        Assert.Contains(said, Rendering.Fails(template).Message, StringComparison.Ordinal);

    /// <summary>What Velocity has and the stack's templates do not use.</summary>
    [Theory]
    [InlineData("\n#macro(a)x#end", "#macro is not supported by the local gateway (line 2, column 1)")]
    [InlineData("#parse('x')", "#parse")]
    [InlineData("#include('x')", "#include")]
    [InlineData("#define($x)#end", "#define")]
    [InlineData("#evaluate('x')", "#evaluate")]
    [InlineData("#literal()x#end", "#literal")]
    [InlineData("#foreach($i in $list)#break#end", "#break")]
    [InlineData("a #stop b", "#stop")]
    [InlineData("#* x *#", "#* *#")]
    [InlineData("#[[ x ]]#", "#[[ ]]#")]
    [InlineData(@"\$s", @"The escape \$s")]
    [InlineData(@"\#if", @"The escape \#if")]
    [InlineData("#set($x = \"\\u0041\")", @"The escape \u")]
    [InlineData("#set($x = 'it''s')", "A doubled quote")]
    [InlineData("$list[0]", "An index in brackets")]
    [InlineData("#set($map['a'] = 1)", "An index in brackets")]
    [InlineData("#set($x = {'a': 1})", "A map in braces")]
    [InlineData("#set($x = [1..3])", "A range [a..b]")]
    [InlineData("#set($x = -1)", "The operator -")]
    [InlineData("$s.contains(-1)", "A negative number")]
    [InlineData("#set($x = 1.5)", "A fraction")]
    [InlineData("#set($x = $n + 1)", "The operator +")]
    [InlineData("#set($x = 5-3)", "The operator -")]
    [InlineData("#set($x = $n * $n)", "The operator *")]
    [InlineData("#set($x = $n / 2)", "The operator /")]
    [InlineData("#set($x = $n % 2)", "The operator %")]
    [InlineData("#if($t and $f)#end", "The operator and")]
    [InlineData("#if(not $t)#end", "The operator not")]
    [InlineData("#if($n eq 7)#end", "The operator eq")]
    [InlineData("#foreach($i in $list)$foreach.index#end", "$foreach")]
    [InlineData("#foreach($i in $list)$velocityCount#end", "$velocityCount")]
    [
        InlineData(
            "$s.substring(1)",
            "The method 'substring' with 1 arguments on a text is not supported by the local gateway, which has contains, ")
    ]
    [InlineData("$s.length(1)", "The method 'length' with 1 arguments on a text")]
    [InlineData("$map.entrySet()", "The method 'entrySet' with 0 arguments on a map")]
    [InlineData("$list.get(0)", "The method 'get' with 1 arguments on a list")]
    [InlineData("$n.toString()", "The method 'toString' with 0 arguments on a number")]
    [InlineData("$s.empty", "The property 'empty' of a text")]
    [InlineData("$list", "The text of a list")]
    [InlineData("$map", "The text of a map")]
    public void What_the_templates_do_not_use_is_an_error_that_names_it(string template, string named)
    {
        var message = Rendering.Fails(template).Message;
        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.Contains("not supported by the local gateway", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#set($x = 'x')#foreach($i in $rounds)#set($x = \"$x$x\")#end")]
    [InlineData("#foreach($i in $rounds)#foreach($j in $rounds)#foreach($k in $rounds)x#end#end#end")]
    public void A_template_that_would_not_end_is_stopped(string template) => Rendering.Fails(template);

    [Fact]
    public void A_loop_has_at_most_the_rounds_of_API_Gateway() =>
        Assert.Contains(
            "1001 rounds",
            Rendering.Fails($"#foreach($i in [{string.Join(',', Enumerable.Range(0, 1001))}])#end").Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("(", 5_000)]
    [InlineData("!", 5_000)]
    [InlineData("[", 5_000)]
    [InlineData("1 == ", 5_000)]
    public void An_expression_too_deep_is_refused(string part, int count) =>
        Rendering.Fails($"#set($x = {string.Concat(Enumerable.Repeat(part, count))}1)");

    [Fact]
    public void Blocks_too_deep_are_refused() => Rendering.Fails(string.Concat(Enumerable.Repeat("#if($t)", 5_000)));
}
