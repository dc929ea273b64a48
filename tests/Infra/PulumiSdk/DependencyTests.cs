using System.Collections.Immutable;
using Infra.Tests.PulumiSdk.Samples;
using Pulumi;

namespace Infra.Tests.PulumiSdk;

/// <summary>The order in which mocks that answer late are asked. "probe" is declared last and depends on nothing.</summary>
public sealed class DependencyTests
{
    private ImmutableList<string> log = [];

    [Fact]
    public async Task A_resource_is_asked_for_only_after_those_whose_outputs_it_takes()
    {
        await DeclareAsync(heldUntilProbe: "first", () =>
        {
            var first = new Server("first");
            _ = new Server("second", new ServerArgs { Zones = { first.Id } });
        });

        Assert.Equal(["ask first", "ask probe", "answer first", "ask second"], Relevant());
    }

    [Fact]
    public async Task A_resource_is_asked_for_only_after_those_that_it_depends_on_explicitly()
    {
        await DeclareAsync(heldUntilProbe: "first", () =>
        {
            var first = new Server("first");
            _ = new Server("second", options: new CustomResourceOptions { DependsOn = { first } });
        });

        Assert.Equal(["ask first", "ask probe", "answer first", "ask second"], Relevant());
    }

    [Fact]
    public async Task Depending_on_a_component_is_depending_on_the_resources_inside()
    {
        await DeclareAsync(heldUntilProbe: "first-second", () =>
        {
            var cluster = new Cluster("first");
            _ = new Server("second", options: new CustomResourceOptions { DependsOn = { cluster } });
        });

        Assert.Equal(
            ["ask first", "ask first-first", "ask first-second", "ask probe", "answer first-second", "ask second"],
            Relevant("first", "first-first", "first-second"));
    }

    [Fact]
    public async Task A_resource_is_asked_for_only_after_its_parent()
    {
        await DeclareAsync(heldUntilProbe: "first", () =>
        {
            var first = new Server("first");
            _ = new Server("second", options: new CustomResourceOptions { Parent = first });
        });

        Assert.Equal(["ask first", "ask probe", "answer first", "ask second"], Relevant());
    }

    [Fact]
    public async Task What_a_program_makes_in_Apply_is_waited_for()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(mocks, () => new Server("first").Id.Apply(id => new Server("second", new ServerArgs { Address = id })));

        Assert.Equal("first-id", mocks.InputsOf("second")["address"]);
    }

    private async Task DeclareAsync(string heldUntilProbe, Action declare)
    {
        var probed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mocks = new RecordingMocks
        {
            Answer = async args =>
            {
                Note($"ask {args.Name}");
                if (args.Name == "probe")
                {
                    probed.SetResult();
                }
                else if (args.Name == heldUntilProbe)
                {
                    await probed.Task;
                    Note($"answer {args.Name}");
                }

                return ($"{args.Name}-id", args.Inputs);
            },
        };
        await TestRun.UpdateAsync(mocks, () =>
        {
            declare();
            _ = new Server("probe");
        });
    }

    private IEnumerable<string> Relevant(params string[] also)
        => log.Where(
            line => also.Append("first").Append("second").Append("probe").Any(name => line.EndsWith($" {name}", StringComparison.Ordinal)));

    private void Note(string line) => ImmutableInterlocked.Update(ref log, (all, added) => all.Add(added), line);
}
