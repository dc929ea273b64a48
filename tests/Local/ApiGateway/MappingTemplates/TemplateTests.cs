namespace Local.Tests.ApiGateway.MappingTemplates;

/// <summary>Each expected text is what Apache Velocity 1.7 renders for the template, unless the test says otherwise.</summary>
public sealed class TemplateTests
{
    [Theory]
    [InlineData("$s $!s ${s}x $!{s}x $s.", "a, b a, b a, bx a, bx a, b.")]
    [InlineData("$s.length() ${s.length()} $s.x. [$s] {$s}", "4 4 . [a, b] {a, b}")]
    [InlineData("$5 #1 # # $ ${ #fff {#} $.x $-", "$5 #1 # # $ ${ #fff {#} $.x $-")]
    [InlineData(@"\$s \\$s \\\$s \#if \\#if($t)x#end \x \", @"$s \a, b \$s #if \x \x \")]
    [InlineData("[[ $s #[[ $s #if ]]#d", "[[ a, b  $s #if d")]
    [InlineData("$map.a $map.get('a') $map['a'] $list[0] $list[-1] $list.get(1)", "A&B A&B A&B x z y")]
    [InlineData("#set($m = {'k': 'v', \"z\": [1, 2]})$m $m.z[1]", "{k=v, z=[1, 2]} 2")]
    [InlineData("#set($map.q = 5)#set($map['r'] = 6)$map.q$map.r", "56")]
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
    [InlineData("a#* m\n *#b#**#c", "abc")]
    [InlineData("$n #set($y=1)$y", "71")]
    [InlineData("x#set($y=1)#set($z=2)\n\n$y$z", "x\n12")]
    public void A_directive_takes_the_line_end_behind_it_and_no_more(string template, string rendered) => Assert.Equal(rendered, Rendering.Render(template));

    [Theory]
    [InlineData("#set($x = 1 + 2 * 3)$x;#set($x = (1 + 2) * 3)$x", "7;9")]
    [InlineData("#set($x = 7 / 2)$x;#set($x = -7 / 2)$x;#set($x = -7 % 3)$x", "3;-3;-1")]
    [InlineData("#set($x = 1.5 + 1)$x;#set($x = 1 / 4.0)$x;#set($x = 1e3)$x", "2.5;0.25;1000.0")]
    [InlineData("#set($x = 10000000.0)$x;#set($x = 0.0001)$x;#set($x = 123456789.5)$x;#set($x = 0.001)$x", "1.0E7;1.0E-4;1.234567895E8;0.001")]
    [InlineData("#set($x = 9223372036854775807 + 1)$x", "9223372036854775808")]
    [InlineData("#set($x = 'a' + 1)$x;#set($x = 1 + 'a')$x", "a1;1a")]
    [InlineData("#set($x = 9)#set($x = 1 / 0)$x;#set($x = 'a' - 1)$x", "9;9")]
    public void Arithmetic_is_Java_s(string template, string rendered) => Assert.Equal(rendered, Rendering.Render(template));

    [Theory]
    [InlineData("$n == 7 && $s == 'a, b'")]
    [InlineData("$n >= 7 and $n le 7 and not $f")]
    [InlineData("$f || $t")]
    [InlineData("$n == '7' && 1.0 == 1 && $t == 'true'")]
    [InlineData("$e && $n")]
    [InlineData("!$nothing && $nothing == '' && $nothing == $alsoNothing")]
    [InlineData("1 < 2 == true")]
    [InlineData("!('a' < 'b') && !('a' >= 'b')")]
    [InlineData("!'text' && !1 && ![1]")]
    public void Conditions_that_hold(string condition) => Assert.Equal("yes", Rendering.Render($"#if({condition})yes#{{else}}no#end"));

    [Theory]
    [InlineData("\"$s\" $e", "a, b ")]
    [InlineData("'$s'", "$s")]
    [InlineData("\"say \"\"hi\"\"\"", "say \"hi\"")]
    [InlineData("'it''s'", "it's")]
    [InlineData("\"\\u0041\\n\"", "A\\n")]
    [InlineData("\"a #if($t)b#end c\"", "a b c")]
    [InlineData("\"two\nlines\"", "two\nlines")]
    public void Texts_are_interpolated_in_double_quotes_only(string text, string value) =>
        Assert.Equal(value, Rendering.Render($"#set($x = {text.Replace(" $e", "", StringComparison.Ordinal)})$x{(text.EndsWith(" $e", StringComparison.Ordinal) ? " $e" : "")}"));

    [Theory]
    [InlineData("#foreach($i in [1..3])$velocityCount$foreach.index$foreach.count#if($foreach.hasNext),#end#end", "101,212,323")]
    [InlineData("#foreach($i in [3..1])$i#end", "321")]
    [InlineData("#foreach($k in $map.keySet())$k=$map.get($k);#end", "a=A&B;b=u+1@x.com;n=3;")]
    [InlineData("#foreach($i in $map.entrySet())$i.key:$i.value;#end", "a:A&B;b:u+1@x.com;n:3;")]
    [InlineData("#foreach($i in $list)$i#if($i == 'y')#break#end#end!", "xy!")]
    [InlineData("#foreach($i in $list)$i#if($i == 'y')#stop#end#end!", "xy")]
    [InlineData("#foreach($s in $list)$s#end$s", "xyza, b")]
    [InlineData("#foreach($i in $nothing)$i#end.", ".")]
    public void Loops_go_through_lists_ranges_and_maps(string template, string rendered) => Assert.Equal(rendered, Rendering.Render(template));

    [Theory]
    [InlineData("$s.toUpperCase() $s.substring(1) $s.substring(0,2) $s.indexOf('b') $s.charAt(0)", "A, B , b a, 3 a")]
    [InlineData("$s.contains(', ') $s.equals('a, b') $s.isEmpty() $s.matches('a.*') $s.startsWith('b')", "true true false true false")]
    [InlineData("$s.replaceAll('([ab])','<$1>') $s.replace('a','') $s.replaceFirst('[ab]','\\$')", "<a>, <b> , b $, b")]
    [InlineData("$s.split(', ')[1] $s.compareTo('b') $s.concat('!') $s.equalsIgnoreCase('A, B')", "b -1 a, b! true")]
    [InlineData("$list.size() $list.contains('x') $list.isEmpty() $list.indexOf('z') $list.subList(0,2)", "3 true false 2 [x, y]")]
    [InlineData("$map.size() $map.containsKey('a') $map.isEmpty() $map.n.equals(3)", "3 true false true")]
    public void Methods_are_Java_s(string template, string rendered) => Assert.Equal(rendered, Rendering.Render(template));

    [Fact]
    public void What_leads_nowhere_is_empty_as_API_Gateway_has_it() =>
        Assert.Equal("[][][][]", Rendering.Render("[$nothing][$nothing.at.all][$map.none][#set($x = $map.get('none'))$x]"));

    [Theory]
    [InlineData("a\n  #if($t)", "#if has no #end (line 2, column 3)")]
    [InlineData("#end", "#end has no #if or #foreach before it (line 1, column 1)")]
    [InlineData("#foreach($x in 5)#end", "#foreach cannot go through a number (line 1, column 1)")]
    [InlineData("#set($x = )", "Expected a value, found ')' (line 1, column 11)")]
    [InlineData("#set($x = 5-3)", "write a space")]
    [InlineData("#foo($x)", "There is no directive #foo")]
    [InlineData("\n#parse('x')", "The directive #parse is not available (line 2, column 1)")]
    [InlineData("${s", "Expected '}' in ${s, found the end")]
    [InlineData("$s.foo()", "There is no method 'foo' with 0 arguments on a text (line 1, column 3)")]
    [InlineData("$s.substring(9)", "'substring' refused its arguments: 9 is not between 0 and 4")]
    [InlineData("$list[3]", "Index 3 is outside a list of 3")]
    [InlineData("#set($s.x = 1)", "#set cannot change $s.x: it belongs to a text")]
    [InlineData("$util.urlencode('x')", "$util has no member 'urlencode'")]
    [InlineData("$input.headers", "$input has no member 'headers'")]
    [InlineData("#* x", "#* has no *#")]
    [InlineData("#set($x = \"a)", "no closing quote")]
    [InlineData("x #set($y = \"ab$s.foo()\")", "There is no method 'foo' with 0 arguments on a text (line 1, column 18)")]
    [InlineData("#foreach($i in [1..1001])#end", "1001 numbers")]
    [InlineData("$s.matches('(')", "'matches' refused its arguments")]
    public void An_error_says_what_and_where(string template, string said) => Assert.Contains(said, Rendering.Fails(template).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("#set($x = 'x')#foreach($i in [1..100])#set($x = $x + $x)#end")]
    [InlineData("#set($x = 'x')#foreach($i in [1..100])#set($x = \"$x$x\")#end")]
    [InlineData("#set($x = 3)#foreach($i in [1..100])#set($x = $x * $x)#end")]
    [InlineData("#foreach($i in [1..1000])#foreach($j in [1..1000])#foreach($k in [1..1000])x#end#end#end")]
    [InlineData("#set($l = [1])#foreach($i in [1..100])#set($l = [$l, $l])#end$l")]
    [InlineData("#set($l = [1])$l.add($l)$l")]
    public void A_template_that_would_not_end_is_stopped(string template) => Rendering.Fails(template);

    [Theory]
    [InlineData("(", 5_000)]
    [InlineData("!", 5_000)]
    [InlineData("[", 5_000)]
    [InlineData("1 + ", 5_000)]
    public void An_expression_too_deep_is_refused(string part, int count) =>
        Rendering.Fails($"#set($x = {string.Concat(Enumerable.Repeat(part, count))}1)");

    [Fact]
    public void Blocks_too_deep_are_refused() => Rendering.Fails(string.Concat(Enumerable.Repeat("#if($t)", 5_000)));
}
