namespace Local.Tests.StepFunctions;

public sealed class DataFlowTests : IDisposable
{
    private readonly StatesCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Theory]
    [InlineData("\"Result\":{\"x\":1},\"ResultPath\":\"$.made.here\"", """{"a":[1,2],"n":{"s":"t"},"made":{"here":{"x":1}}}""")]
    [InlineData("\"Result\":1,\"ResultPath\":null", """{"a":[1,2],"n":{"s":"t"}}""")]
    [InlineData("\"InputPath\":\"$.n\"", """{"s":"t"}""")]
    [InlineData("\"OutputPath\":\"$.a[1]\"", "2")]
    [InlineData("\"OutputPath\":\"$.a[*]\"", "[1,2]")]
    [
        InlineData(
            "\"Parameters\":{\"p.$\":\"$.n.s\",\"c\":{\"deep.$\":\"$$.Execution.Name\"},\"k\":true}",
            """{"p":"t","c":{"deep":"run"},"k":true}""")
    ]
    [InlineData("\"Parameters\":{\"p.$\":\"States.Format('{} of {}, \\\\{kept\\\\}', $.n.s, $.a)\"}", """{"p":"t of [1, 2], {kept}"}""")]
    [
        InlineData(
            "\"Parameters\":{\"p.$\":\"States.ArrayContains($.a, 2)\",\"q.$\":\"States.MathAdd(States.ArrayLength($.a), -1)\"}",
            """{"p":true,"q":1}""")
    ]
    [
        InlineData(
            "\"Parameters\":{\"p.$\":\"States.StringToJson('{\\\"x\\\":[null]}')\",\"q.$\":\"States.JsonToString($.n)\"}",
            """{"p":{"x":[null]},"q":"{\"s\":\"t\"}"}""")
    ]
    [InlineData("\"Parameters\":{\"q.$\":\"States.Array($.n.s, null, 1.5)\"}", """{"q":["t",null,1.5]}""")]
    public async Task Data_flows_through_a_state(string fields, string output)
    {
        var execution = await cloud.RunAsync($$"""
            "S":{"Type":"Pass",{{fields}},"End":true}
            """, """{"a":[1,2],"n":{"s":"t"}}""");

        Assert.Equal(("SUCCEEDED", output), ((string?)execution["status"], (string?)execution["output"]));
    }

    [Theory]
    [InlineData("\"InputPath\":\"$.nowhere\"", "States.Runtime")]
    [InlineData("\"Parameters\":{\"p.$\":\"$.nowhere\"}", "States.Runtime")]
    [InlineData("\"Parameters\":{\"p.$\":\"States.StringToJson('secret')\"}", "States.IntrinsicFailure")]
    [InlineData("\"Result\":1,\"ResultPath\":\"$.a.b\"", "States.ResultPathMatchFailure")]
    public async Task Failure_is_visible_without_the_data(string fields, string error)
    {
        var execution = await cloud.RunAsync($$"""
            "S":{"Type":"Pass",{{fields}},"End":true}
            """, """{"a":"confidential"}""");

        Assert.Equal(("FAILED", error), ((string?)execution["status"], (string?)execution["error"]));
        Assert.DoesNotContain("confidential", (string)execution["cause"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Variable\":\"$.s\",\"StringEquals\":\"b\"", true)]
    [InlineData("\"Variable\":\"$.s\",\"StringLessThanPath\":\"$.t\"", true)]
    [InlineData("\"Variable\":\"$.n\",\"NumericGreaterThanEquals\":5", true)]
    [InlineData("\"Variable\":\"$.s\",\"NumericEquals\":5", false)]
    [InlineData("\"Variable\":\"$.none\",\"IsNull\":true", true)]
    [InlineData("\"Variable\":\"$.nowhere\",\"IsPresent\":false", true)]
    [InlineData("\"And\":[{\"Variable\":\"$.n\",\"IsNumeric\":true},{\"Not\":{\"Variable\":\"$.s\",\"StringEquals\":\"x\"}}]", true)]
    [InlineData("\"Or\":[{\"Variable\":\"$.n\",\"NumericLessThan\":1},{\"Variable\":\"$.b\",\"BooleanEquals\":false}]", false)]
    public async Task Choice_is_made(string test, bool chosen)
    {
        var execution = await cloud.RunAsync(
            $$"""
            "S":{"Type":"Choice","Choices":[{{{test}},"Next":"Yes"}],"Default":"No"},"Yes":{"Type":"Succeed"},"No":{"Type":"Fail","Error":"No","Cause":"none"}
            """,
            """{"s":"b","t":"c","n":5.0,"b":true,"none":null,"at":"2026-03-01T09:00:00Z"}""");

        Assert.Equal(chosen ? "SUCCEEDED" : "FAILED", (string?)execution["status"]);
    }

    [Fact]
    public async Task Choice_without_a_match_or_default_fails() => Assert.Equal("States.NoChoiceMatched", (string?)(await cloud.RunAsync(
        """
        "S":{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"Yes"}]},"Yes":{"Type":"Succeed"}
        """))["error"]);
}
