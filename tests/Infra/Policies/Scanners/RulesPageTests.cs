using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Policies.Scanners;

/// <summary>The page of security rules says which rules fire, and which do not: no more and no less.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class RulesPageTests
{
    [Fact]
    public async Task A_rule_is_accepted_where_it_fires_and_nowhere_else()
    {
        var firing = new HashSet<string>(StringComparer.Ordinal);
        string[] options = [Options.None, Options.Everything];
        foreach (var (stack, option) in Environments.Stacks.SelectMany(_ => options, (stack, option) => (stack, option)))
        {
            var graph = await Environments.DeclareAsync(stack, Options.Of(option, stack));
            firing.UnionWith(ScannerCatalog.Rules.Where(rule => rule.Finds(graph).Any()).SelectMany(rule => rule.Ids));
        }

        Assert.Equal(firing.Order(StringComparer.Ordinal), RulesPage.Accepted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_catalog_tries_and_the_page_does_not_accept_the_page_calls_held() => Assert.Equal(
        ScannerCatalog.Rules.SelectMany(rule => rule.Ids).Except(RulesPage.Accepted).Order(StringComparer.Ordinal),
        RulesPage.Held.Where(rule => rule.Contains(nameof(Rules.ScannersFindNothingElse)))
            .Select(rule => rule.Key)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Each_rule_that_is_held_is_held_by_a_policy_rule()
    {
        var rules = typeof(IPolicyRule).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IPolicyRule)))
            .Select(type => type.Name).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(RulesPage.Held);
        Assert.All(RulesPage.Held, rule => Assert.Subset(rules, rule.ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public void No_rule_stands_in_two_rows() => Assert.Empty(RulesPage.Repeated);
}
