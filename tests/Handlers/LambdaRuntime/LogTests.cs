using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Handlers.Tests.LambdaRuntime;

public sealed class LogTests : RuntimeTests
{
    private const string Format = "AWS_LAMBDA_HANDLER_LOG_FORMAT";
    private const string Level = "AWS_LAMBDA_HANDLER_LOG_LEVEL";

    [Fact]
    public async Task A_console_line_gets_time_request_id_and_level()
    {
        var line = Assert.Single(await LinesAsync(_ => Console.WriteLine("seen")));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\trequest-1\tinfo\tseen$", line);
    }

    [Fact]
    public async Task What_is_written_without_a_line_end_passes_as_it_is() =>
        Assert.Equal("""{"a":1}""", Assert.Single(await LinesAsync(_ => Console.Write("{\"a\":1}\n"))));

    [Fact]
    public async Task Placeholders_are_filled_in_order()
    {
        var line = Assert.Single(await LinesAsync(context => context.Logger.LogWarning("took {count} of {kind}", 3, "pears")));
        Assert.EndsWith("\twarn\ttook 3 of pears", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_below_the_level_are_left_out()
    {
        var lines = await LinesAsync(
            context =>
            {
                context.Logger.LogDebug("no");
                context.Logger.LogInformation("no");
                LambdaLogger.Log(LogLevel.Error, "yes");
            },
            (Level, "WARN"));
        Assert.EndsWith("\tfail\tyes", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unformatted_lines_are_the_message_alone() =>
        Assert.Equal("""{"a":1}""", Assert.Single(await LinesAsync(_ => Console.WriteLine("{\"a\":1}"), (Format, "Unformatted"))));

    [Fact]
    public async Task JSON_lines_carry_message_and_values()
    {
        var line = JsonDocument.Parse(
            Assert.Single(await LinesAsync(context => context.Logger.LogError("took {count}", 3), (Format, "JSON")))).RootElement;
        Assert.Equal("Error", line.GetProperty("level").GetString());
        Assert.Equal("request-1", line.GetProperty("requestId").GetString());
        Assert.Equal("took 3", line.GetProperty("message").GetString());
        Assert.Equal(3, line.GetProperty("count").GetInt32());
    }

    private async Task<string[]> LinesAsync(Action<ILambdaContext> handler, params (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        try
        {
            await InvokeAsync(LambdaBootstrapBuilder.Create(handler), "{}");
            return Output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            foreach (var (name, _) in settings)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
