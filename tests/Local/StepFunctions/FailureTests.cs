using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.StepFunctions;

/// <summary>Executions fail by Step Functions' own errors, never by a stack trace.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly StatesCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Theory]
    [InlineData("", null, null)]
    [InlineData(",\"Error\":\"E\"", "E", null)]
    [InlineData(",\"Cause\":\"c\"", null, "c")]
    [InlineData(",\"Error\":\"\",\"Cause\":\"\"", "", "")]
    [InlineData(",\"ErrorPath\":\"$.e\",\"CausePath\":\"States.Format('{}: {}', $.e, $.n)\"", "Own", "Own: 7")]
    [InlineData(",\"ErrorPath\":\"States.Format('{}', $.e)\",\"CausePath\":\"$$.Execution.Name\"", "Own", "run")]
    [InlineData(",\"ErrorPath\":\"$.n\"", "States.Runtime", "The value of the field 'ErrorPath' must be a string")]
    public async Task Fail_says_what_the_definition_says_and_no_more(string fields, string? error, string? cause)
    {
        var execution = await cloud.RunAsync($$"""
            "S":{"Type":"Fail"{{fields}}}
            """, """{"e":"Own","n":7}""");

        Assert.Equal(
            ("FAILED", error is not null, cause is not null),
            ((string?)execution["status"], execution.ContainsKey("error"), execution.ContainsKey("cause")));
        Assert.Equal((error, cause), ((string?)execution["error"], (string?)execution["cause"]));
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("no JSON")]
    [InlineData("")]
    public void Input_that_is_no_JSON_of_texts_is_refused(string input)
    {
        cloud.Deploy("""{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}""");

        Assert.Equal("InvalidExecutionInput", (string?)cloud.Start(input)["__type"]);
    }

    [Theory]
    [InlineData("States.Format('{} {}', $.n, $.l)", "\"{s=t, x=[null, true, 1.50]} [1, 2]\"")]
    [InlineData("States.StringToJson('')", "null")]
    [InlineData("States.StringToJson(' ')", "null")]
    [InlineData("States.MathAdd(-1.5, -1.51)", "-3")]
    [InlineData("States.MathAdd(2.5, -0.5)", "3")]
    [InlineData("States.MathAdd(2147483646, 1)", "2147483647")]
    [InlineData("States.StringSplit('a\U0001F601b\U0001F600c', '\U0001F600')", "[\"a\\uD83D\\uDE01b\",\"c\"]")]
    [InlineData("$.big", "1e400")]
    [InlineData("$.digits", "[1.50,-0,12345678901234567890.10]")]
    [InlineData("$.twice", "2")]
    public async Task Value_is_as_AWS_makes_it(string value, string expected)
    {
        var execution = await cloud.RunAsync(
            $$"""
            "S":{"Type":"Pass","Parameters":{"v.$":"{{value}}"},"End":true}
            """,
            """{"n":{"s":"t","x":[null,true,1.50]},"l":[1,2],"big":1e400,"digits":[1.50,-0,12345678901234567890.10],"twice":1,"twice":2}""");

        Assert.Equal($$"""{"v":{{expected}}}""", (string?)execution["output"]);
    }

    [Theory]
    [InlineData("States.MathAdd(2147483647, 1)")]
    [InlineData("States.MathAdd(1, 30000000000)")]
    [InlineData("States.MathAdd($.big, 1)")]
    [InlineData("States.StringToJson($.half)")]
    [InlineData("States.ArrayGetItem($.l)")]
    public async Task Function_that_cannot_answer_fails_by_name(string function) =>
        Assert.Equal("States.IntrinsicFailure", (string?)(await cloud.RunAsync(
        $$"""
        "S":{"Type":"Pass","Parameters":{"v.$":"{{function}}"},"End":true}
        """,
        """{"big":1e400,"l":[1],"half":"\"\\ud800\""}"""))["error"]);

    [Theory]
    [InlineData("\"\\ud800\"", "States.Runtime")]
    [InlineData("no JSON", "States.Runtime")]
    [InlineData("[1]", null)]
    [InlineData("{\"a\":1,\"a\":2}", null)]
    public async Task Answer_that_is_strange_fails_the_execution_by_name(string answer, string? error)
    {
        cloud.Answer = (_, _) => AwsResponse.Text(200, "application/json", answer);

        var execution = await cloud.RunAsync("""
            "S":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","End":true}
            """);

        Assert.Equal(error, (string?)execution["error"]);
        Assert.DoesNotContain("   at ", $"{execution["cause"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_grows_deeper_with_each_turn_ends_in_an_error_by_name()
    {
        var execution = await cloud.RunAsync("""
            "S":{"Type":"Pass","Parameters":{"a.$":"$"},"Next":"S"}
            """);

        Assert.Equal(("FAILED", "States.Runtime"), ((string?)execution["status"], (string?)execution["error"]));
        Assert.Contains("nested more than 200 levels", (string)execution["cause"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execution_may_have_a_time_out_of_three_years()
    {
        cloud.Deploy("""{"StartAt":"S","TimeoutSeconds":99999999,"States":{"S":{"Type":"Wait","Seconds":90000000,"Next":"S"}}}""");
        cloud.Start();

        await cloud.Clock.AdvanceAsync(TimeSpan.FromSeconds(99_999_998), CancellationToken.None);
        Assert.Equal("RUNNING", (string?)cloud.Describe()["status"]);
        await cloud.Clock.AdvanceAsync(TimeSpan.FromSeconds(2), CancellationToken.None);
        Assert.Equal("TIMED_OUT", (string?)cloud.Describe()["status"]);
    }

    [Theory]
    [
        InlineData(
            "\"Type\":\"Map\",\"Iterator\":{\"StartAt\":\"I\",\"States\":{}},\"End\":true", "Iterator is the older name of ItemProcessor")
    ]
    [InlineData("\"Type\":\"Fail\",\"Error\":\"a\",\"ErrorPath\":\"$.e\"", "Only one of Error and ErrorPath")]
    [
        InlineData(
            "\"Type\":\"Fail\",\"CausePath\":\"States.Fancy()\"", "States.Fancy is not done by this local cloud at /States/S/CausePath")
    ]
    [InlineData("\"Type\":\"Wait\",\"Seconds\":1e400,\"End\":true", "Value is not a whole number of 0 to 99999999 at /States/S/Seconds")]
    [InlineData("\"Type\":\"Pass\",\"Parameters\":{\"a\":1,\"a.$\":\"$.x\"},\"End\":true", "The fields 'a' and 'a.$' are the same field")]
    [InlineData("\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"States.Array(007)\"},\"End\":true", "007 is not a number")]
    [InlineData("\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"$[99999999999]\"},\"End\":true", "is not JSONPath")]
    [InlineData("\"Type\":\"Pass\",\"Type\":\"Pass\",\"End\":true", "INVALID_JSON_DESCRIPTION")]
    [InlineData("\"Type\":\"Fail\",\"Error\":\"\\ud800\"", "INVALID_JSON_DESCRIPTION")]
    public void Definition_that_could_not_run_is_refused_by_name(string state, string problem) => Assert.Contains(
        problem, Assert.Throws<ArgumentException>(() =>
            cloud.Deploy($$"""{"StartAt":"S","States":{"S":{{{state}}} } }""")).Message, StringComparison.Ordinal);

    [Fact]
    public void No_definition_fails_otherwise_than_by_an_error()
    {
        const string definition = """
            {"StartAt":"S","TimeoutSeconds":9,"States":{"S":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","TimeoutSeconds":5,"Parameters":{"a.$":"$.x","b":[{"c.$":"States.Array(1,$.y)"}]},
            "ResultSelector":{"a.$":"$.x"},"ResultPath":"$.r","Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":1,"BackoffRate":2,"MaxAttempts":3}],"Catch":[{"ErrorEquals":["E"],"Next":"W","ResultPath":"$.e"}],"Next":"C"},
            "C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.n","NumericEquals":1},{"Not":{"Variable":"$.s","IsPresent":true}}],"Next":"W"}],"Default":"P"},"W":{"Type":"Wait","Seconds":1,"Next":"F"},
            "P":{"Type":"Pass","Result":{"i":[1]},"Next":"M"},
            "M":{"Type":"Map","ItemsPath":"$.i","MaxConcurrency":2,"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"End":true},"F":{"Type":"Fail","ErrorPath":"$.e","Cause":"c"}}}
            """;
        var refused = 0;
        foreach (var mutated in Mutations.Of(definition))
        {
            using var fresh = new StatesCloud();
            refused += Record.Exception(() => fresh.Deploy(mutated)) switch
            {
                null => 0,
                ArgumentException e when e.Message.Contains("definition", StringComparison.Ordinal) => 1,
                var other => throw new InvalidOperationException(mutated, other),
            };
        }

        Assert.NotEqual(0, refused);
    }

    [Fact]
    public async Task No_request_fails_otherwise_than_by_an_error_of_Step_Functions()
    {
        cloud.Deploy("""{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}""");
        cloud.Start();
        var execution = $"{StatesCloud.Machine.Replace("stateMachine", "execution", StringComparison.Ordinal)}:run";
        foreach (var (operation, body) in new[]
        {
            ("StartExecution", $$"""{"stateMachineArn":"{{StatesCloud.Machine}}","name":"n","input":"{}","traceHeader":"t"}"""),
            ("StopExecution", $$"""{"executionArn":"{{execution}}","error":"e","cause":"c"}"""),
            ("DescribeExecution", $$"""{"executionArn":"{{execution}}","includedData":"ALL_DATA"}"""),
            ("ListExecutions", $$"""{"stateMachineArn":"{{StatesCloud.Machine}}","statusFilter":"RUNNING","maxResults":1}"""),
            (
                "GetExecutionHistory",
                $$"""{"executionArn":"{{execution}}","includeExecutionData":true,"maxResults":1,"reverseOrder":true}"""),
            ("DescribeStateMachine", $$"""{"stateMachineArn":"{{StatesCloud.Machine}}","includedData":"ALL_DATA"}"""),
        })
        {
            Assert.All(Mutations.Of(body), mutated => Assert.NotNull(cloud.Send(operation, JsonNode.Parse(mutated)!.AsObject())));
        }

        await cloud.Clock.SettleAsync(CancellationToken.None);
    }

    [Fact]
    public void Any_text_is_a_path_or_refused()
    {
        var data = JsonNode.Parse("""{"a":[1,{"b":"x","n":1e400},null],"c":{"d":true}}""");
        var pieces =
            Gen.Elements(
                "$",
                ".",
                "..",
                "a",
                "b",
                "[",
                "]",
                "*",
                "?",
                "(",
                ")",
                "@",
                "'",
                "\"",
                "0",
                "99999999999",
                ",",
                ":",
                "==",
                "<",
                "=~",
                "/(/",
                "&&",
                "||",
                "!",
                " ",
                "\\",
                "-1",
                "null");
        var paths = from length in Gen.Choose(1, 9) from chosen in pieces.ArrayOf(length) select $"${string.Concat(chosen)}";
        Prop.ForAll(
            paths.ToArbitrary(), path => Record.Exception(() => JsonPathQuery.TryFind(data, path, out _)) is null or FormatException)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }
}
