using Infra.Tests.Policies.Rules;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Policies;

/// <summary>What holds for every environment with every option.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class PolicyTests
{
    private static readonly IPolicyRule[] Rules =
    [
        new LeastPrivilege(), new Encryption(), new LogsForget(), new DeadLetters(), new DefaultTags(),
        new NothingPublicButThePixel(), new Throttling(),
        new NothingPersonalInLogs(), new BoundedConcurrency(), new OnlyOverTls(), new AlarmsReachSomebody(), new SecretsStaySecret(),
        new TrustNamesTheAccount(), new ScannersFindNothingElse(),
    ];

    public static TheoryData<string, string> EnvironmentsAndOptions()
    {
        var data = new TheoryData<string, string>();
        foreach (var stack in Environments.Stacks)
        {
            foreach (var option in Options.NamesFor(stack))
            {
                data.Add(stack, option);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EnvironmentsAndOptions))]
    public async Task Every_environment_keeps_every_rule_with_every_option(string stack, string option)
    {
        var graph = await Environments.DeclareAsync(stack, Options.Of(option, stack));

        Assert.Empty(Rules.SelectMany(rule => rule.Violations(graph).Select(violation => $"{rule.GetType().Name}: {violation}")));
    }

    [Fact]
    public void No_rule_is_left_out() => Assert.Equal(
        typeof(IPolicyRule).Assembly
            .GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IPolicyRule)))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal),
        Rules.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
}
