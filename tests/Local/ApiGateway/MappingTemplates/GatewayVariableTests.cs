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

    [Fact]
    public void Util_encodes_what_a_reference_leads_to() =>
        Assert.Equal("a%2C+b|7|", Rendering.Render("$util.urlEncode($s)|$util.urlEncode($n)|$util.urlEncode($!nothing)"));

    [Theory]
    [InlineData("$input.params('id') $input.params('q') $input.params('x-one') [$input.params('none')]", "from path it's 1 []")]
    [InlineData("$input.params().querystring.id $input.params().header.Id $input.params().path.id", "from query from header from path")]
    [InlineData("[$input.params().header.id]", "[]")]
    public void Params_looks_in_path_then_query_then_headers(string template, string rendered) =>
        Assert.Equal(rendered, Rendering.Render(template));

    [Fact]
    public void Body_is_the_text_of_the_request() => Assert.Equal("a=1&b=%20|", Rendering.Render("$input.body|"));

    [Theory]
    [InlineData("$input.json('$')", "$input.json is not supported by the local gateway, which has $input.params and $input.body")]
    [InlineData("$input.path('$.a').b", "$input.path is not supported")]
    [InlineData("$util.urlDecode('a')", "$util.urlDecode is not supported by the local gateway, which has $util.urlEncode")]
    [InlineData("$util.escapeJavaScript('a')", "$util.escapeJavaScript is not supported")]
    [InlineData("$util.base64Encode('a')", "$util.base64Encode is not supported")]
    [InlineData("$util.base64Decode('a')", "$util.base64Decode is not supported")]
    [InlineData("$util.parseJson('{}')", "$util.parseJson is not supported")]
    [InlineData("$util.urlEncode('a', 'b')", "takes one argument")]
    [InlineData("$input.params(1)", "$input has no member 'params'")]
    public void What_cannot_be_done_is_named(string template, string named) =>
        Assert.Contains(named, Rendering.Fails(template).Message, StringComparison.Ordinal);
}
