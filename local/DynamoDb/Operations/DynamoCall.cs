using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>
/// A request's members, or those of a structure within it: of the right types, and within the constraints of the service model.
/// </summary>
internal sealed class DynamoCall
{
    // As many as AWS tells in one error.
    private const int MostViolations = 10;

    private readonly JsonObject body;

    /// <param name="body">The request, or a structure within it.</param>
    /// <param name="members">What it may hold. What this cloud does not carry out must not pass unnoticed.</param>
    /// <param name="path">Where the structure stands, its dot included.</param>
    /// <exception cref="Aws.AwsException">It holds something else.</exception>
    public DynamoCall(JsonObject body, IReadOnlyList<WireMember> members, string path = "")
    {
        this.body = body;
        if (body.FirstOrDefault(member =>
            member.Value is not null && members.All(known => known.Name != member.Key)) is { Key: { } unknown })
        {
            throw DynamoError.NotDone($"member {unknown}");
        }

        foreach (var member in members.Where(member => body[member.Name] is not null))
        {
            member.Check(body[member.Name]!);
        }

        var violations = members.SelectMany(member => member.Violations(body[member.Name], path)).Take(MostViolations).ToList();
        if (violations.Count > 0)
        {
            throw DynamoError.Validation(
                $"{violations.Count} validation error{(violations.Count > 1 ? "s" : "")} detected: {string.Join("; ", violations)}");
        }

        RefuseMetrics();
    }

    public bool Has(string name) => body[name] is not null;

    public string? Text(string name) => body[name]?.GetValue<string>();

    public string Required(string name) => Text(name)!;

    public bool Flag(string name, bool orElse) => body[name] is { } node ? WireType.IsSet(node) : orElse;

    /// <summary>A whole number; a fraction counts as the whole number below.</summary>
    public int? Number(string name) =>
        body[name] is { } node ? (int)Math.Clamp(Math.Floor(node.GetValue<double>()), int.MinValue, int.MaxValue) : null;

    public JsonObject? Object(string name) => body[name] as JsonObject;

    public JsonArray? List(string name) => body[name] as JsonArray;

    /// <exception cref="Aws.AwsException">One of the values is none that DynamoDB takes.</exception>
    public ImmutableDictionary<string, AttributeValue> Attributes(string name) => Item.Read(Object(name)!);

    private void RefuseMetrics()
    {
        foreach (var costs in (string[])["ReturnConsumedCapacity", "ReturnItemCollectionMetrics"])
        {
            if (Text(costs) is { } asked && asked != "NONE")
            {
                throw DynamoError.NotDone($"{costs} {asked}");
            }
        }
    }
}
