using System.Text.Json;
using Pulumi;

namespace Engagement.Infra.Iam;

/// <summary>Writes IAM policies as JSON.</summary>
internal static class PolicyDocument
{
    private const string Version = "2012-10-17";

    /// <summary>A policy of these statements, which all allow but those that say otherwise.</summary>
    public static Output<string> Allow(params IEnumerable<Statement> statements) =>
        Output.All(statements.Select(Text))
            .Apply(texts => JsonSerializer.Serialize(new(Version, texts), PolicyTextJson.Default.PolicyText));

    private static Output<StatementText> Text(Statement statement)
    {
        var conditions = statement.Conditions
            .SelectMany(pair => pair.Value.Select(value => (Comparison: pair.Key, value.Key, value.Value))).ToList();
        return Output.Tuple(
            Output.All(statement.Resources),
            Output.All(conditions.Select(condition => condition.Value)),
            Output.All(statement.Identity is { } identity ? [identity] : Array.Empty<Input<string>>())).Apply(known => new StatementText
            {
                Sid = statement.Sid,
                Effect = statement.Denies ? "Deny" : "Allow",
                Principal = Principal(statement.Service, known.Item3.FirstOrDefault()),
                Action = statement.Actions,
                Resource = known.Item1.IsEmpty ? null : known.Item1,
                Condition = conditions.Count == 0
                    ? null
                    : Conditions(conditions.Select(condition => (condition.Comparison, condition.Key)).Zip(known.Item2)),
            });
    }

    private static PrincipalText? Principal(string? service, string? identity) =>
        service is null && identity is null ? null : new() { Service = service, Identity = service is null ? identity : null };

    private static OrderedDictionary<string, OrderedDictionary<string, string>> Conditions(
        IEnumerable<((string Comparison, string Key) Name, string Value)> conditions) =>
        new(conditions.GroupBy(each => each.Name.Comparison, StringComparer.Ordinal).Select(group => KeyValuePair.Create(
            group.Key, new OrderedDictionary<string, string>(group.Select(each => KeyValuePair.Create(each.Name.Key, each.Value))))));
}
