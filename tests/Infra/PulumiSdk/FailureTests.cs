using Infra.Tests.PulumiSdk.Samples;
using Pulumi;

namespace Infra.Tests.PulumiSdk;

public sealed class FailureTests
{
    [Fact]
    public async Task A_mock_that_throws_fails_the_deployment_with_its_message()
    {
        var mocks = new RecordingMocks { Answer = _ => throw new InvalidTimeZoneException("no such zone") };
        var failure = await Assert.ThrowsAsync<RunException>(() => TestRun.UpdateAsync(mocks, () => { _ = new Server("server"); }));

        Assert.Contains(nameof(InvalidTimeZoneException), failure.Message, StringComparison.Ordinal);
        Assert.Contains("no such zone", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_Apply_that_nobody_reads_fails_the_deployment()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => TestRun.UpdateAsync(
            new(), () => new Server("server").Id.Apply(FindZone)));

        Assert.Contains("no such zone", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_constructor_that_throws_fails_the_deployment()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<Broken>(new RecordingMocks(), TestRun.Update));

        Assert.Contains("no such zone", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_RunException_is_told_without_a_stack_trace()
    {
        var failure = await Assert.ThrowsAsync<RunException>(
            () => TestRun.UpdateAsync(new(), () => throw new RunException("set the region")));

        Assert.Equal("set the region", failure.Message);
    }

    [Fact]
    public async Task A_logged_error_fails_the_deployment_and_a_warning_does_not()
    {
        await TestRun.UpdateAsync(new(), () => Log.Warn("careful"));
        var failure = await Assert.ThrowsAsync<RunException>(() => TestRun.UpdateAsync(new(), () => Log.Error("too late")));

        Assert.Equal("too late", failure.Message);
    }

    [Fact]
    public async Task Whoever_takes_an_output_of_a_failed_resource_fails_too_instead_of_waiting()
    {
        var mocks = new RecordingMocks
        {
            Answer = async args =>
            {
                await Task.Yield();
                return args.Name == "first" ? throw new InvalidTimeZoneException("no such zone") : ($"{args.Name}-id", args.Inputs);
            },
        };
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => TestRun.UpdateAsync(
            mocks, () => { _ = new Server("second", new ServerArgs { Address = new Server("first").Address }); }));

        Assert.Contains("no such zone", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(mocks.Resources, resource => resource.Name == "second");
    }

    [Fact]
    public async Task An_output_property_of_a_type_that_no_answer_has_fails_the_deployment()
        => await Assert.ThrowsAsync<RunException>(() => TestRun.UpdateAsync(new(), () => { _ = new Misdeclared(); }));

    [Fact]
    public void There_are_no_resources_outside_a_deployment()
    {
        Assert.Throws<InvalidOperationException>(() => new Server("server"));
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task A_program_run_without_the_Pulumi_engine_fails()
        => await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

    private static int FindZone(string id) => throw new InvalidTimeZoneException($"no such zone: {id}");

    private sealed class Broken : Stack
    {
        public Broken() => throw new InvalidTimeZoneException("no such zone");
    }

    private sealed class Misdeclared() : CustomResource("test:index:Misdeclared", "server", ResourceArgs.Empty, new CustomResourceOptions())
    {
        [Output("at")]
        public Output<DateTime> At { get; private set; } = null!;
    }
}
