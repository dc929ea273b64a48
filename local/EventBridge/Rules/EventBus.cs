using System.Collections.Concurrent;
using Engagement.Local.EventBridge.Protocol;
using Engagement.Local.EventBridge.Targets;

namespace Engagement.Local.EventBridge.Rules;

/// <summary>A bus and its rules.</summary>
internal sealed class EventBus(string name, string arn)
{
    // Per rule, by the service quotas.
    private const int MostTargets = 5;

    private readonly ConcurrentDictionary<string, Rule> rules = new(StringComparer.Ordinal);

    public string Name => name;

    public string Arn => arn;

    /// <summary>Who may send events, JSON; null where only the account's own identities may.</summary>
    public string? Policy { get; set; }

    public IEnumerable<Rule> Rules => rules.Values.OrderBy(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>A rule by its name, or null.</summary>
    public Rule? Find(string ruleName) => rules.GetValueOrDefault(ruleName);

    public void Add(Rule rule)
    {
        if (!rules.TryAdd(rule.Name, rule))
        {
            throw EventsError.Exists($"Rule {rule.Name} on EventBus {name}");
        }
    }

    /// <summary>Puts a rule in the place of the one of its name, whose targets stay.</summary>
    public void Change(Rule rule) => rules.AddOrUpdate(rule.Name, rule, (_, present) => rule with { Targets = present.Targets });

    /// <summary>Removes a rule; nothing happens where there is none.</summary>
    /// <exception cref="Aws.AwsException">It has targets.</exception>
    public void Remove(string ruleName)
    {
        if (rules.GetValueOrDefault(ruleName)?.Targets.Count > 0)
        {
            throw EventsError.Validation("Rule can't be deleted since it has targets.");
        }

        rules.TryRemove(ruleName, out _);
    }

    /// <summary>Removes a target; nothing happens where there is none.</summary>
    public void RemoveTarget(string ruleName, string targetId)
    {
        if (rules.TryGetValue(ruleName, out var rule))
        {
            rules.AddOrUpdate(ruleName, rule, (_, present) => present with { Targets = present.Targets.Remove(targetId) });
        }
    }

    /// <exception cref="Aws.AwsException">There is no rule of that name.</exception>
    public Rule Get(string ruleName) =>
        rules.GetValueOrDefault(ruleName) ?? throw EventsError.NotFound($"Rule {ruleName} on EventBus {name}");

    public void AddTarget(string ruleName, Target target)
    {
        var rule = Get(ruleName);
        if (rule.Targets.Count >= MostTargets && !rule.Targets.ContainsKey(target.Id))
        {
            throw new Aws.AwsException(
                System.Net.HttpStatusCode.BadRequest,
                "LimitExceededException",
                $"The requested resource exceeds the maximum number allowed: {MostTargets} targets of a rule.");
        }

        rules.AddOrUpdate(
            ruleName,
            _ => rule with { Targets = rule.Targets.SetItem(target.Id, target) },
            (_, present) => present with { Targets = present.Targets.SetItem(target.Id, target) });
    }
}
