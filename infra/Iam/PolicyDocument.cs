using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;

namespace Engagement.Infra.Iam;

/// <summary>Writes IAM policies as JSON.</summary>
internal static class PolicyDocument
{
    /// <summary>A policy of these statements, which all allow but those that say otherwise.</summary>
    public static Output<string> Allow(params IEnumerable<Statement> statements) =>
        Output.All(statements.Select(Render)).Apply(rendered => new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray([.. rendered.Select(statement => JsonNode.Parse(statement))]),
        }.ToJsonString());

    private static Output<string> Render(Statement statement)
    {
        var conditions = statement.Conditions.SelectMany(pair => pair.Value.Select(value => (Operator: pair.Key, value.Key, value.Value))).ToList();
        return Output.Tuple(
            Output.All(statement.Resources),
            Output.All(conditions.Select(condition => condition.Value)),
            Output.All(statement.Identity is { } identity ? [identity] : Array.Empty<Input<string>>())).Apply(values =>
            {
                var json = new JsonObject { ["Sid"] = statement.Sid, ["Effect"] = statement.Denies ? "Deny" : "Allow" };
                if (statement.Service is { } service)
                {
                    json["Principal"] = new JsonObject { ["Service"] = service };
                }
                else if (!values.Item3.IsEmpty)
                {
                    json["Principal"] = new JsonObject { ["AWS"] = values.Item3[0] };
                }

                json["Action"] = Texts(statement.Actions);
                if (!values.Item1.IsEmpty)
                {
                    json["Resource"] = Texts(values.Item1);
                }

                if (conditions.Count > 0)
                {
                    json["Condition"] = Conditions([.. conditions.Select(condition => (condition.Operator, condition.Key))], values.Item2);
                }

                return json.ToJsonString();
            });
    }

    private static JsonObject Conditions(ImmutableArray<(string Operator, string Key)> names, ImmutableArray<string> values)
    {
        var json = new JsonObject();
        foreach (var ((op, key), value) in names.Zip(values))
        {
            if (json[op] is not JsonObject block)
            {
                json[op] = block = [];
            }

            block[key] = value;
        }

        return json;
    }

    private static JsonArray Texts(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];
}
