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
    private static readonly WireMember[] Common =
    [
        Members.ReturnItemCollectionMetrics, Members.ReturnValues, Members.ReturnValuesOnConditionCheckFailure, Members.ConditionExpression,
        Members.ExpressionAttributeValues, Members.ExpressionAttributeNames,
    ];

    public IEnumerable<DynamoOperation> Operations =>
    [
        new("PutItem", [Members.ReturnConsumedCapacity, Members.TableName, Members.Item, .. Common], Put),
        new("UpdateItem", [Members.ReturnConsumedCapacity, Members.TableName, Members.Key, Members.UpdateExpression, .. Common], Update),
        new("DeleteItem", [Members.ReturnConsumedCapacity, Members.TableName, Members.Key, .. Common], Delete),
    ];

    private JsonObject Put(DynamoCall call)
    {
        Placeholders.DemandExpressions(call, "ConditionExpression");
        var item = call.Attributes("Item");
        var returnsOld = ReturnsOld(call);
        Item.CheckSize(item);
        var condition = ConditionOf(call);
        var table = tables.Get(call.Required("TableName"));
        table.Definition.CheckItem(item);
        table.Definition.CheckPaths(condition?.Paths ?? []);
        var (before, _) = table.Write(table.Definition.Keys.Select(item), present =>
        {
            Check(call, condition, present);
            return item;
        });
        return Answer(returnsOld ? before : null);
    }

    private JsonObject Delete(DynamoCall call)
    {
        Placeholders.DemandExpressions(call, "ConditionExpression");
        var key = call.Attributes("Key");
        var returnsOld = ReturnsOld(call);
        var condition = ConditionOf(call);
        var table = tables.Get(call.Required("TableName"));
        table.Definition.CheckKey(key);
        table.Definition.CheckPaths(condition?.Paths ?? []);
        var (before, _) = table.Write(key, present =>
        {
            Check(call, condition, present);
            return null;
        });
        return Answer(returnsOld ? before : null);
    }

    private JsonObject Update(DynamoCall call)
    {
        Placeholders.DemandExpressions(call, "UpdateExpression", "ConditionExpression");
        var key = call.Attributes("Key");
        var placeholders = new Placeholders(call);
        var update = UpdateParser.Parse(call.Text("UpdateExpression"), placeholders);
        var condition = ConditionParser.Parse("ConditionExpression", call.Text("ConditionExpression"), placeholders);
        placeholders.DemandAllUsed();
        var table = tables.Get(call.Required("TableName"));
        table.Definition.CheckKey(key);
        table.Definition.CheckUpdate(update);
        table.Definition.CheckPaths(condition?.Paths ?? []);
        var (before, after) = table.Write(key, present =>
        {
            Check(call, condition, present);
            return Updated(table.Definition, key, present, update);
        });
        return Answer(call.Text("ReturnValues") switch
        {
            "ALL_OLD" => before,
            "ALL_NEW" => after,
            "UPDATED_OLD" => Touched(before, update),
            "UPDATED_NEW" => Touched(after, update),
            _ => null,
        });
    }

    /// <summary>
    /// The item after an update. As in AWS, an update that only takes away makes no item, and asks nothing of one that is not there.
    /// </summary>
    private static ImmutableDictionary<string, AttributeValue>? Updated(
        TableDefinition table, ImmutableDictionary<string, AttributeValue> key, ImmutableDictionary<string, AttributeValue>? present,
        Update update)
    {
        var actions = present is null ? [.. update.Actions.Where(action => action.Creates)] : update.Actions;
        if (present is null && actions.Count == 0 && update.Actions.Count > 0)
        {
            return null;
        }

        var before = present ?? key;
        var changes = actions.Select(action => (action.Path, Value: action.In(before))).ToList();
        var updated = ItemChange.Apply(before, changes.Select(change => new ItemChange([.. change.Path.All], change.Value)));
        table.CheckUpdated(updated, update);
        Item.CheckSize(updated, "Item size to update has exceeded the maximum allowed size");
        return updated;
    }

    private static bool ReturnsOld(DynamoCall call) => call.Text("ReturnValues") switch
    {
        null or "NONE" => false,
        "ALL_OLD" => true,
        _ => throw DynamoError.Validation("ReturnValues can only be ALL_OLD or NONE"),
    };

    private static ParsedCondition? ConditionOf(DynamoCall call)
    {
        var placeholders = new Placeholders(call);
        var condition = ConditionParser.Parse("ConditionExpression", call.Text("ConditionExpression"), placeholders);
        placeholders.DemandAllUsed();
        return condition;
    }

    private static void Check(DynamoCall call, ParsedCondition? condition, ImmutableDictionary<string, AttributeValue>? present)
    {
        if (condition?.Condition.Holds(present ?? Item.Empty) == false)
        {
            var shows = call.Text("ReturnValuesOnConditionCheckFailure") == "ALL_OLD";
            throw DynamoError.ConditionFailed(shows && present is not null ? Item.ToJson(present) : null);
        }
    }

    /// <summary>What the update's paths lead to.</summary>
    private static ImmutableDictionary<string, AttributeValue>? Touched(ImmutableDictionary<string, AttributeValue>? item, Update update) =>
        item is null
            ? null
            : Projection.Along(update.Actions.Select(action => action.Path)).Apply(item) is { IsEmpty: false } touched
            ? touched
            : null;

    private static JsonObject Answer(ImmutableDictionary<string, AttributeValue>? attributes) =>
        attributes is null ? [] : new() { ["Attributes"] = Item.ToJson(attributes) };
}
