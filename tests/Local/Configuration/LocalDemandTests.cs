using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Server;

namespace Local.Tests.Configuration;

/// <summary>What only AWS can do is refused before anything is made.</summary>
public sealed class LocalDemandTests
{
    [Theory]
    [InlineData("handlers:packaging: aot", "handlers:packaging: aot makes native programs, but this local cloud runs assemblies;")]
    [InlineData("pixel:domainName: events.example.com", "pixel:domainName: this machine is no domain of yours;")]
    public async Task A_stack_that_only_AWS_can_bring_up_declares_nothing(string setting, string expected)
    {
        using var folder = new ProjectFolder(stack: $"config:\n  aws:region: eu-west-1\n  {setting}\n");
        var steps = new List<ResourceStep>();
        var error = await Assert.ThrowsAsync<FormatException>(() =>
            LocalEnvironment.StartAsync(() => folder.Read(), port: 0, VirtualClock.Running(), steps.Add, CancellationToken.None));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Empty(steps);
    }
}
