using System.Globalization;
using Amazon.Pinpoint.Model;
using Engagement.Definitions.Segments;
using Condition = Engagement.Definitions.Segments.SegmentCondition;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Conditions as Pinpoint's dimensions.</summary>
public static class SegmentMapping
{
    public static SegmentDimensions Dimensions(IReadOnlyList<Condition> conditions)
    {
        var dimensions = new SegmentDimensions();
        foreach (var condition in conditions)
        {
            Add(dimensions, condition);
        }

        return dimensions;
    }

    private static void Add(SegmentDimensions dimensions, Condition condition)
    {
        switch (condition.Subject)
        {
            case SegmentSubject.UserAttribute:
                (dimensions.UserAttributes ??= []).Add(condition.Name!, Attribute(condition));
                break;
            case SegmentSubject.Attribute:
                (dimensions.Attributes ??= []).Add(condition.Name!, Attribute(condition));
                break;
            case SegmentSubject.Metric:
                (dimensions.Metrics ??= []).Add(condition.Name!, Metric(condition));
                break;
            case SegmentSubject.Country:
                dimensions.Location = new() { Country = Set(condition) };
                break;
            default:
                AddDemographic(dimensions.Demographic ??= new(), condition);
                break;
        }
    }

    private static void AddDemographic(SegmentDemographics demographic, Condition condition)
    {
        var values = Set(condition);
        switch (condition.Subject)
        {
            case SegmentSubject.Channel:
                demographic.Channel = values;
                break;
            case SegmentSubject.Platform:
                demographic.Platform = values;
                break;
            case SegmentSubject.Make:
                demographic.Make = values;
                break;
            case SegmentSubject.Model:
                demographic.Model = values;
                break;
            case SegmentSubject.AppVersion:
                demographic.AppVersion = values;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition.Subject, "Pinpoint has no such dimension.");
        }
    }

    private static AttributeDimension Attribute(Condition condition) => new()
    {
        AttributeType = condition.Operator switch
        {
            SegmentOperator.In => "INCLUSIVE",
            SegmentOperator.NotIn => "EXCLUSIVE",
            SegmentOperator.Contains => "CONTAINS",
            SegmentOperator.Before => "BEFORE",
            SegmentOperator.After => "AFTER",
            SegmentOperator.Between => "BETWEEN",
            SegmentOperator.On => "ON",
            _ => throw Unfit(condition),
        },
        Values = [.. condition.Values],
    };

    private static SetDimension Set(Condition condition) => new()
    {
        DimensionType = condition.Operator switch
        {
            SegmentOperator.In => "INCLUSIVE",
            SegmentOperator.NotIn => "EXCLUSIVE",
            _ => throw Unfit(condition),
        },
        Values = [.. condition.Values],
    };

    private static MetricDimension Metric(Condition condition) => new()
    {
        ComparisonOperator = condition.Operator switch
        {
            SegmentOperator.Equal => "EQUAL",
            SegmentOperator.MoreThan => "GREATER_THAN",
            SegmentOperator.AtLeast => "GREATER_THAN_OR_EQUAL",
            SegmentOperator.LessThan => "LESS_THAN",
            SegmentOperator.AtMost => "LESS_THAN_OR_EQUAL",
            _ => throw Unfit(condition),
        },
        Value = double.Parse(condition.Values[0], CultureInfo.InvariantCulture),
    };

    private static ArgumentOutOfRangeException Unfit(Condition condition) =>
        new(nameof(condition), condition.Operator, $"Pinpoint cannot compare {condition.Subject} like this.");
}
