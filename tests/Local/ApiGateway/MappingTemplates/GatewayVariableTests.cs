using Engagement.Local.ApiGateway.MappingTemplates.Variables;

namespace Local.Tests.ApiGateway.MappingTemplates;

public sealed class GatewayVariableTests
{
    [Theory]
    [InlineData("a b+c&d=e/f~(x)*.-_é😀\n", "a+b%2Bc%26d%3De%2Ff%7E%28x%29*.-_%C3%A9%F0%9F%98%80%0A")]
    [InlineData("", "")]
    public void UrlEncode_is_Java_s(string text, string encoded) => Assert.Equal(encoded, JavaUrl.Encode(text));

    [Fact]
    public void Half_a_surrogate_pair_is_encoded_as_a_question_mark() => Assert.Equal("%3Fx%3F", JavaUrl.Encode("\ud800x\udc00"));

    [Theory]
    [InlineData("$util.urlDecode('a+b%2B%E6%97%A5')", "a b+日")]
    [InlineData("$util.escapeJavaScript($input.params('q'))", "it\\'s")]
    [InlineData("$util.escapeJavaScript('\"/\\é')", "\\\"\\/\\\\\\u00E9")]
    [InlineData("$util.base64Encode('é') $util.base64Decode('w6k=')", "w6k= é")]
    [InlineData("$util.parseJson('{\"a\":[1,{\"b\":true}]}').a[1].b", "true")]
    public void Util_has_the_documented_functions(string template, string rendered) => Assert.Equal(rendered, Rendering.Render(template));

    [Theory]
    [InlineData("$input.params('id') $input.params('q') $input.params('x-one') [$input.params('none')]", "from path it's 1 []")]
    [InlineData("$input.params().querystring.id $input.params().header.Id $input.params().path.id", "from query from header from path")]
    [InlineData("[$input.params().header.id]", "[]")]
    public void Params_looks_in_path_then_query_then_headers(string template, string rendered) => Assert.Equal(rendered, Rendering.Render(template));

    /// <summary>As recorded from AWS in localstack's test_input_path_template_formatting and test_input_body_formatting.</summary>
    [Theory]
    [InlineData("$input.path('$.json')", """{"json":{"foo":"bar"}}""", "{foo=bar}")]
    [InlineData("$input.path('$.json')", """{"json":[{"foo":"bar"}]}""", """[{"foo":"bar"}]""")]
    [InlineData("#set($r = $input.path('$.json'))$r[0]", """{"json":[{"foo":"bar"}]}""", "{foo=bar}")]
    [InlineData("#set($r = $input.path('$.json'))$r[0]", """{"json":[[{"foo":"bar"}]]}""", """[{"foo":"bar"}]""")]
    [InlineData("$input.path('$.json').toString()", """{"json":{"list":[{"foo":"bar"}]}}""", """{list=[{"foo":"bar"}]}""")]
    [InlineData("#set($r = $input.path('$.none'))$r|$r.nested|#if($r == $null)1#end|#if($r == '')2#end", "", "||1|2")]
    [InlineData("#set($r = $input.path('$.l'))$r|#if($r == $null)1#end|#if($r == '')2#end", """{"l":[]}""", "[]||")]
    [InlineData("Action=SendMessage&MessageBody=$input.body", "", "Action=SendMessage&MessageBody={}")]
    [InlineData("$input.body", "some raw data", "some raw data")]
    [InlineData("$util.urlEncode($input.body)&$util.urlEncode($input.body.testAccess)", """{"some": "value"}""", "%7B%22some%22%3A+%22value%22%7D&")]
    public void Input_reads_the_body_as_recorded_from_AWS(string template, string body, string rendered) => Assert.Equal(rendered, Rendering.Render(template, body));

    [Theory]
    [InlineData("$input.json('$')", """{"a": "é/", "b": [1, 2.5, null]}""", """{"a":"é/","b":[1,2.5,null]}""")]
    [InlineData("$input.json('$.b[0]') $input.json(\"$['a']\")", """{"a": "x", "b": [1]}""", "1 \"x\"")]
    [InlineData("$input.json('$.none')", "{}", "\"\"")]
    public void Json_writes_what_a_path_finds(string template, string body, string rendered) => Assert.Equal(rendered, Rendering.Render(template, body));

    [Theory]
    [InlineData("$input.path('$..a')", "$..a")]
    [InlineData("$util.urlDecode('%4')", "urlDecode")]
    [InlineData("$util.parseJson('{')", "parseJson")]
    [InlineData("$util.base64Decode('*')", "base64Decode")]
    [InlineData("$util.urlEncode('a', 'b')", "takes one argument")]
    public void What_cannot_be_done_is_named(string template, string named) => Assert.Contains(named, Rendering.Fails(template).Message, StringComparison.Ordinal);
}
