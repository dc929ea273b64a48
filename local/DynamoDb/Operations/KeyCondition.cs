using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>What a query asks of keys: equality of the partition key and, if anything, one comparison of the sort key.</summary>
internal sealed class KeyCondition
{
    private readonly Dictionary<string, KeyComparison> comparisons = new(StringComparer.Ordinal);

    /// <exception cref="Aws.AwsException">The condition asks for something else.</exception>
    public KeyCondition(ItemCondition condition)
    {
        All = condition;
        Read(condition);
        foreach (var comparison in comparisons.Values)
        {
            comparison.CheckTypes();
        }

        if (comparisons.Count > 2)
        {
            throw DynamoError.Validation("Conditions can be of length 1 or 2 only");
        }
    }

    /// <summary>The whole condition.</summary>
    public ItemCondition All { get; }

    public KeyComparison? this[string attribute] => comparisons.GetValueOrDefault(attribute);

    /// <summary>Checks that it is about this attribute of a key.</summary>
    public void Check(TableDefinition table, KeySchema keys, string attribute)
    {
        var isHash = attribute == keys.Hash;
        if (isHash && keys.Range is null && comparisons.Count > 1)
        {
            throw DynamoError.Validation("Query key condition not supported");
        }

        if (this[attribute] is { } comparison)
        {
            comparison.CheckKey(attribute, table.TypeOf(attribute), isHash);
        }
        else if (isHash || comparisons.Count > 1)
        {
            throw DynamoError.Validation($"Query condition missed key schema element: {attribute}");
        }
    }

    private void Read(ItemCondition condition)
    {
        switch (condition)
        {
            case AndCondition and:
                Read(and.Left);
                Read(and.Right);
                break;
            case ComparisonCondition { Operator: not "<>" } comparison:
                Add(null, comparison.Operator, comparison.Left, comparison.Right);
                break;
            case BetweenCondition between:
                Add("BETWEEN", "BETWEEN", between.Tested, between.Lower, between.Upper);
                break;
            case BeginsWithCondition begins:
                Add("begins_with", "BEGINS_WITH", begins.Tested, begins.Prefix);
                break;
            default:
                throw DynamoError.Validation($"Invalid operator used in KeyConditionExpression: {NameOf(condition)}");
        }
    }

    private static string NameOf(ItemCondition condition) => condition switch
    {
        OrCondition => "OR",
        NotCondition => "NOT",
        InCondition => "IN",
        ExistsCondition { Exists: true } => "attribute_exists",
        ExistsCondition => "attribute_not_exists",
        TypeCondition => "attribute_type",
        ContainsCondition => "contains",
        _ => "<>",
    };

    /// <param name="keyFirst">Name of an operator that has the key as its first operand; null where it may be any.</param>
    /// <param name="name">The operator.</param>
    /// <param name="operands">What it compares.</param>
    private void Add(string? keyFirst, string name, params ReadOnlySpan<Operand> operands)
    {
        if (keyFirst is not null && operands[0] is not PathOperand)
        {
            throw Invalid(operands[0] is SizeOperand ? null : $"{keyFirst} operator must have the key attribute as its first operand");
        }

        string? attribute = null;
        var values = new List<AttributeValue>();
        foreach (var operand in operands)
        {
            switch (operand)
            {
                case PathOperand when attribute is not null:
                    throw Invalid("Multiple attribute names used in one condition");
                case PathOperand { Path.Steps.IsEmpty: false }:
                    throw DynamoError.Validation("KeyConditionExpressions cannot have conditions on nested attributes");
                case PathOperand path:
                    attribute = path.Path.Attribute;
                    break;
                case ConstantOperand constant:
                    values.Add(constant.Value);
                    break;
                default:
                    throw Invalid(null);
            }
        }

        Keep(attribute ?? throw Invalid("No key attribute specified"), new(operands[0] is PathOperand ? name : Mirrored(name), values));
    }

    private void Keep(string attribute, KeyComparison comparison)
    {
        if (!comparisons.TryAdd(attribute, comparison))
        {
            throw DynamoError.Validation("KeyConditionExpressions must only contain one condition per key");
        }
    }

    /// <summary>The operator that says the same with its operands exchanged.</summary>
    private static string Mirrored(string comparison) =>
        comparison switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", _ => comparison };

    private static Aws.AwsException Invalid(string? problem) => DynamoError.Validation(problem is null
        ? "KeyConditionExpressions cannot contain nested operations"
        : $"Invalid condition in KeyConditionExpression: {problem}");
}

/// <summary>One comparison of a key attribute.</summary>
/// <param name="Operator">Such as <c>=</c> or <c>BETWEEN</c>, with the attribute as its first operand.</param>
/// <param name="Values">What the attribute is compared with.</param>
internal sealed record KeyComparison(string Operator, IReadOnlyList<AttributeValue> Values)
{
    private static readonly ImmutableDictionary<string, string> Names =
        ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            ["="] = "EQ",
            ["<"] = "LT",
            ["<="] = "LE",
            [">"] = "GT",
            [">="] = "GE",
        });

    /// <summary>Refuses values that no key can have.</summary>
    public void CheckTypes()
    {
        if (Values.FirstOrDefault(value =>
            value is not (TextValue or NumberValue or BinaryValue) && !(Operator == "=" && value is SetValue)) is { } bad)
        {
            throw DynamoError.Invalid(
                $"ComparisonOperator {Names.GetValueOrDefault(Operator, Operator)} is not valid for {bad.Type} AttributeValue type");
        }
    }

    /// <summary>Checks that a key attribute can be asked for like this.</summary>
    public void CheckKey(string attribute, string type, bool isHash)
    {
        if (Values.Any(value => value.Type != type))
        {
            throw DynamoError.Invalid("Condition parameter type does not match schema type");
        }

        if (isHash && Operator != "=")
        {
            throw DynamoError.Validation("Query key condition not supported");
        }

        if (Values.Select(TableDefinition.Empty).FirstOrDefault(problem => problem is not null) is { } empty)
        {
            throw DynamoError.Validation($"One or more parameter values are not valid. {empty}. Key: {attribute}");
        }
    }
}
