using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>What a query asks of keys: equality of the partition key and, if anything, one comparison of the sort key.</summary>
/// <param name="Hash">Value of the partition key.</param>
/// <param name="All">The whole condition.</param>
internal sealed record KeyCondition(AttributeValue Hash, Condition All)
{
    /// <exception cref="Aws.AwsException">The condition asks for something else.</exception>
    public static KeyCondition Of(Condition condition, KeySchema keys, ImmutableSortedDictionary<string, string> types)
    {
        Condition[] parts = condition is AndCondition both ? [both.Left, both.Right] : [condition];
        var named = parts.Select(part => (Part: part, Path: PathOf(part))).ToList();
        if (named.Exists(part => part.Path is null))
        {
            throw DynamoError.Validation("Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression");
        }

        if (named.Find(part => part.Path == keys.Hash).Part is not { } hash || (named.Count == 2 && (keys.Range is null || named.TrueForAll(part => part.Path != keys.Range))))
        {
            var missing = named.TrueForAll(part => part.Path != keys.Hash) ? keys.Hash : keys.Range;
            throw DynamoError.Validation(missing is null ? "Query key condition not supported" : $"Query condition missed key schema element: {missing}");
        }

        if (hash is not Comparison { Operator: "=", Right: ConstantOperand { Value: var value } } || named.Exists(part => part.Part is Comparison { Operator: "<>" }))
        {
            throw DynamoError.Validation("Query key condition not supported");
        }

        return value.Type == types[keys.Hash]
            ? new(value, condition)
            : throw DynamoError.Validation("One or more parameter values were invalid: Condition parameter type does not match schema type");
    }

    private static string? PathOf(Condition part) => part switch
    {
        Comparison { Left: PathOperand left, Right: ConstantOperand } => left.Path.Attribute,
        BetweenCondition { Tested: PathOperand tested, Lower: ConstantOperand, Upper: ConstantOperand } => tested.Path.Attribute,
        BeginsWithCondition { Tested: PathOperand tested, Prefix: ConstantOperand } => tested.Path.Attribute,
        _ => null,
    };
}
