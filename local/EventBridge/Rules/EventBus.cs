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

    public void AddTarget(string ruleName, Target target)
    {
        var rule = rules.GetValueOrDefault(ruleName) ?? throw EventsError.NotFound($"Rule {ruleName} on EventBus {name}");
        if (rule.Targets.Count >= MostTargets && !rule.Targets.ContainsKey(target.Id))
        {
            throw new Aws.AwsException(System.Net.HttpStatusCode.BadRequest, "LimitExceededException", $"The requested resource exceeds the maximum number allowed: {MostTargets} targets of a rule.");
        }

        rules.AddOrUpdate(ruleName, _ => rule with { Targets = rule.Targets.SetItem(target.Id, target) }, (_, present) => present with { Targets = present.Targets.SetItem(target.Id, target) });
    }
}
