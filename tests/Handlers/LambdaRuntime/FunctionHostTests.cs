using System.Text;
using Engagement.Aws.Functions;
using Engagement.Functions;
using Handlers.Tests.CompanyEvents;
using Handlers.Tests.Recording;

namespace Handlers.Tests.LambdaRuntime;

public sealed class FunctionHostTests : IDisposable
{
    private readonly Dictionary<string, string> environment = new() { ["STACK"] = "dev" };
    private readonly ManualTime time = new();
    private readonly MemoryStream output = new();
    private readonly List<FunctionHost> hosts = [];

    public void Dispose() => hosts.ForEach(host => host.Dispose());

    [Fact]
    public void Every_variable_that_is_missing_is_named_at_once_the_hosts_own_too()
    {
        environment.Clear();
        var exception = Assert.Throws<EnvironmentException>(() => Host().Wire<int, int>(host =>
        {
            host.Environment.Required("LEDGER_TABLE");
            return (input, _) => Task.FromResult(input);
        }));
        Assert.Equal("The environment variable STACK is not set.\nThe environment variable LEDGER_TABLE is not set.", exception.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Metrics_of_an_invocation_are_written_whether_it_fails_or_not(bool fails)
    {
        var function = Host().Wire<int, int>(host => (input, _) =>
        {
            host.Metrics.Count("EventsRecorded", input);
            return fails ? throw new InvalidOperationException() : Task.FromResult(input);
        });
        var failure = await Record.ExceptionAsync(() => function(7, new Invocation()));
        Assert.Equal(fails, failure is not null);
        Assert.Contains("\"EventsRecorded\":7", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 27)]
    [InlineData(1, 29)]
    public async Task Calls_are_cut_off_before_the_invocation_ends(int? reserve, int seconds)
    {
        CancellationToken seen = default;
        var function = Host().Wire<int, bool>(
            _ => (_, deadline) =>
            {
                seen = deadline.Cancellation;
                time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
                var early = seen.IsCancellationRequested;
                time.Advance(TimeSpan.FromTicks(1));
                return Task.FromResult(!early && seen.IsCancellationRequested);
            },
            reserve is { } given ? TimeSpan.FromSeconds(given) : null);
        Assert.True(await function(0, new Invocation()));
    }

    [Fact]
    public void A_caller_that_waits_for_less_moves_the_deadline_forward_and_never_back()
    {
        using var deadline = new Deadline(time, TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(20));
        using var patient = deadline.Within(TimeSpan.FromSeconds(15));
        using var hasty = deadline.Within(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((true, true, false), (deadline.AllowsMore, patient.AllowsMore, hasty.AllowsMore));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((false, false), (deadline.AllowsMore, patient.AllowsMore));
    }

    private FunctionHost Host()
    {
        hosts.Add(new FunctionHost(environment.GetValueOrDefault, output, time));
        return hosts[^1];
    }
}
