using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>PutItem, UpdateItem and DeleteItem.</summary>
internal sealed class WriteOperations(TableStore tables)
{
    private static readonly string[] Common =
    [
        "TableName", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValues", "ReturnValuesOnConditionCheckFailure",
        "ReturnConsumedCapacity", "ReturnItemCollectionMetrics",
    ];

    public IEnumerable<DynamoOperation> Operations => [new("PutItem", Put), new("UpdateItem", Update), new("DeleteItem", Delete)];

    private JsonObject Put(DynamoCall call)
    {
        call.Known(["Item", .. Common]);
        var returned = call.Choice("ReturnValues", "NONE", "ALL_OLD");
        var table = tables.Get(call.Required("TableName"));
        var item = call.Attributes("Item");
        table.Definition.CheckItem(item);
        CheckSize(item, "Item size has exceeded the maximum allowed size");
        var condition = ConditionOf(call);
        call.Placeholders.DemandAllUsed();
        var (before, _) = table.Write(table.Definition.Keys.Of(item), present => Checked(call, condition, present, item));
        return Answer(returned == "ALL_OLD" ? before : null);
    }

    private JsonObject Delete(DynamoCall call)
    {
        call.Known(["Key", .. Common]);
        var returned = call.Choice("ReturnValues", "NONE", "ALL_OLD");
        var table = tables.Get(call.Required("TableName"));
        var key = call.Attributes("Key");
        table.Definition.CheckKey(key);
        var condition = ConditionOf(call);
        call.Placeholders.DemandAllUsed();
        var (before, _) = table.Write(key, present => Checked(call, condition, present, null));
        return Answer(returned == "ALL_OLD" ? before : null);
    }

    private JsonObject Update(DynamoCall call)
    {
        call.Known(["Key", "UpdateExpression", .. Common]);
        var returned = call.Choice("ReturnValues", "NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW");
        var table = tables.Get(call.Required("TableName"));
        var key = call.Attributes("Key");
        table.Definition.CheckKey(key);
        var actions = UpdateParser.Parse(call.Text("UpdateExpression"), call.Placeholders);
        if (actions.Select(action => action.Path.Attribute).FirstOrDefault(table.Definition.Keys.Names.Contains) is { } part)
        {
            throw DynamoError.Validation($"One or more parameter values were invalid: Cannot update attribute {part}. This attribute is part of the key");
        }

        var condition = ConditionOf(call);
        call.Placeholders.DemandAllUsed();
        var (before, after) = table.Write(key, present =>
        {
            Checked(call, condition, present, null);
            var updated = Updated(present ?? key, actions);
            table.Definition.CheckItem(updated);
            CheckSize(updated, "Item size to update has exceeded the maximum allowed size");
            return updated;
        });
        return Answer(returned switch
        {
            "ALL_OLD" => before,
            "ALL_NEW" => after,
            "UPDATED_OLD" => Touched(before, actions),
            "UPDATED_NEW" => Touched(after, actions),
            _ => null,
        });
    }

    private static ImmutableDictionary<string, AttributeValue> Updated(ImmutableDictionary<string, AttributeValue> before, IReadOnlyList<UpdateAction> actions) =>
        actions.Aggregate(before, (item, action) => action.Apply(before, item));

    private static Condition? ConditionOf(DynamoCall call) => ConditionParser.Parse("ConditionExpression", call.Text("ConditionExpression"), call.Placeholders);

    private static ImmutableDictionary<string, AttributeValue>? Checked(
        DynamoCall call, Condition? condition, ImmutableDictionary<string, AttributeValue>? present, ImmutableDictionary<string, AttributeValue>? next)
    {
        var shows = call.Choice("ReturnValuesOnConditionCheckFailure", "NONE", "ALL_OLD") == "ALL_OLD";
        return condition?.Holds(present ?? Item.Empty) != false ? next : throw DynamoError.ConditionFailed(shows && present is not null ? Item.ToJson(present) : null);
    }

    private static void CheckSize(ImmutableDictionary<string, AttributeValue> item, string problem)
    {
        if (Item.SizeOf(item) > Item.LargestSize)
        {
            throw DynamoError.Validation(problem);
        }
    }

    /// <summary>What the update's paths lead to.</summary>
    private static ImmutableDictionary<string, AttributeValue>? Touched(ImmutableDictionary<string, AttributeValue>? item, IReadOnlyList<UpdateAction> actions) =>
        item is null ? null : Projection.Along(actions.Select(action => action.Path)).Of(item) is { IsEmpty: false } touched ? touched : null;

    private static JsonObject Answer(ImmutableDictionary<string, AttributeValue>? attributes) => attributes is null ? [] : new() { ["Attributes"] = Item.ToJson(attributes) };
}
