using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>
/// Reads and checks <c>ExclusiveStartKey</c>: it must be a key that an earlier page of the same request could have ended at.
/// </summary>
internal static partial class StartingKey
{
    private const string Problem = "The provided starting key is invalid";

    /// <exception cref="Aws.AwsException">One of its values is none that DynamoDB takes.</exception>
    public static ImmutableDictionary<string, AttributeValue>? Read(JsonObject? key)
    {
        try
        {
            return key is null ? null : Item.Read(key);
        }
        catch (Aws.AwsException problem) when (!Plain().IsMatch(problem.Message))
        {
            throw DynamoError.Validation($"{Problem}: {problem.Message}");
        }
    }

    /// <summary>Checks that it names what a page of this table or index ends at.</summary>
    public static void CheckCount(ImmutableDictionary<string, AttributeValue> key, int count, bool isScanOfTable)
    {
        if (key.Count != count)
        {
            throw DynamoError.Validation(isScanOfTable ? $"{Problem}: The provided key element does not match the schema" : Problem);
        }
    }

    /// <summary>Checks one attribute of the index's or table's key.</summary>
    public static void CheckPart(ImmutableDictionary<string, AttributeValue> key, TableDefinition table, string attribute, bool isHash)
    {
        if (!key.ContainsKey(attribute))
        {
            throw DynamoError.Validation(Problem);
        }

        table.CheckKeyPart(key, attribute, isHash);
    }

    /// <summary>Checks the table's own key within it.</summary>
    public static void CheckTableKey(ImmutableDictionary<string, AttributeValue> key, TableDefinition table)
    {
        try
        {
            table.CheckKey(key.Where(attribute => table.Keys.Names.Contains(attribute.Key)).ToImmutableDictionary(StringComparer.Ordinal));
        }
        catch (Aws.AwsException problem)
        {
            throw DynamoError.Validation($"{Problem}: {problem.Message}");
        }
    }

    /// <summary>Checks that it lies within what a query asks for.</summary>
    public static void CheckWithin(ImmutableDictionary<string, AttributeValue> key, KeyCondition condition, KeySchema keys)
    {
        var inPartition = key[keys.Hash] == condition[keys.Hash]!.Values[0];
        if (keys.Range is null || condition[keys.Range] is null)
        {
            _ = inPartition
                ? key
                : throw DynamoError.Validation("The provided starting key is outside query boundaries based on provided conditions");
            return;
        }

        var probe = key.SetItem(keys.Hash, condition[keys.Hash]!.Values[0]);
        _ = !condition.All.Holds(probe) ? throw DynamoError.Validation("The provided starting key does not match the range key predicate")
            : inPartition ? key
            : throw DynamoError.Validation("The query can return at most one row and cannot be restarted");
    }

    public static Aws.AwsException OutsideSegment(int segments, int segment) => DynamoError.Validation(
        $"{Problem}: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: {segments} Segment: "
            + $"{segment}");

    // These texts stand alone, as AWS has it.
    [GeneratedRegex("contains duplicates|number set|numeric value|significant digits|number with magnitude", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
