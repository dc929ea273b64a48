using System.Text.Json.Nodes;

namespace Engagement.Local.Lambda.Deployment;

/// <summary>The resource policy of one function: who else than the account may call it.</summary>
internal sealed class FunctionPolicy
{
    private readonly Lock gate = new();
    private readonly List<FunctionPolicyStatement> statements = [];

    /// <summary>The statements, in the order in which they were added.</summary>
    public IReadOnlyList<FunctionPolicyStatement> Statements
    {
        get
        {
            lock (gate)
            {
                return [.. statements];
            }
        }
    }

    /// <summary>Adds a statement.</summary>
    /// <exception cref="Aws.AwsException">The policy has a statement of that id.</exception>
    public void Add(FunctionPolicyStatement statement)
    {
        lock (gate)
        {
            if (statements.Exists(other => other.Sid == statement.Sid))
            {
                throw LambdaError.Conflict(
                    $"The statement id ({statement.Sid}) provided already exists. Please provide a new statement id, or remove the "
                        + "existing statement.");
            }

            statements.Add(statement);
        }
    }

    /// <summary>Removes the statement of that id; nothing happens where there is none.</summary>
    public void Remove(string sid)
    {
        lock (gate)
        {
            statements.RemoveAll(statement => statement.Sid == sid);
        }
    }

    /// <summary>The policy document as <c>GetPolicy</c> would answer it; null where there is no statement.</summary>
    public string? ToJson() => Statements is { Count: > 0 } all
        ? new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Id"] = "default",
            ["Statement"] = new JsonArray([.. all.Select(ToJson)]),
        }.ToJsonString()
        : null;

    private static JsonObject ToJson(FunctionPolicyStatement statement)
    {
        var json = new JsonObject
        {
            ["Sid"] = statement.Sid,
            ["Effect"] = "Allow",
            ["Principal"] = Principal(statement.Principal),
            ["Action"] = statement.Action,
            ["Resource"] = statement.Resource,
        };
        var condition = new JsonObject();
        if (statement.SourceAccount is { } account)
        {
            condition["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        if (statement.SourceArn is { } arn)
        {
            condition["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = arn };
        }

        if (condition.Count > 0)
        {
            json["Condition"] = condition;
        }

        return json;
    }

    private static JsonNode Principal(string principal) => principal switch
    {
        "*" => JsonValue.Create("*"),
        [.., _] when principal.StartsWith("arn:", StringComparison.Ordinal) => new JsonObject { ["AWS"] = principal },
        { Length: 12 } when principal.All(char.IsAsciiDigit) => new JsonObject { ["AWS"] = $"arn:aws:iam::{principal}:root" },
        _ => new JsonObject { ["Service"] = principal },
    };
}
