using System.Globalization;
using Engagement.Times;

namespace Engagement.Definitions.Segments;

/// <summary>Reads what stands behind a condition's name: one operator with its values, such as <c>{ in: [premium] }</c>.</summary>
internal sealed class SegmentComparisonReader(DefinitionReader reader)
{
    private const string InstantExpected = "an instant with an offset is expected, such as 2026-12-01T09:00:00Z";

    private static readonly string[] AttributeOperators = ["in", "notIn", "contains", "before", "after", "between", "on"];
    private static readonly string[] MetricOperators = ["equal", "moreThan", "atLeast", "lessThan", "atMost"];
    private static readonly string[] SetOperators = ["in", "notIn"];

    /// <returns>Null after a report.</returns>
    public SegmentComparison? Read(DefinitionNode node, string keyPath, SegmentSubject subject)
    {
        var operators = subject switch
        {
            SegmentSubject.UserAttribute or SegmentSubject.Attribute => AttributeOperators,
            SegmentSubject.Metric => MetricOperators,
            _ => SetOperators,
        };
        if (reader.Fields(node, keyPath, operators) is not { } fields)
        {
            return null;
        }

        if (fields.Known.Count != 1 || fields.Mapping.Entries.Count != 1)
        {
            // A key that is unknown or given twice has been reported already.
            if (fields.Known.Count == fields.Mapping.Entries.Count)
            {
                reader.Report(node, keyPath, $"exactly one of {string.Join(", ", operators)} is expected");
            }

            return null;
        }

        var (word, entry) = fields.Known.Single();
        return Read(Enum.Parse<SegmentOperator>(word, ignoreCase: true), entry.Value, fields.PathOf(word), subject);
    }

    private SegmentComparison? Read(SegmentOperator compared, DefinitionNode value, string keyPath, SegmentSubject subject)
    {
        IReadOnlyList<string>? values = compared switch
        {
            SegmentOperator.In or SegmentOperator.NotIn or SegmentOperator.Contains => Texts(value, keyPath, subject),
            SegmentOperator.Before or SegmentOperator.After => Instant(value, keyPath) is { } instant ? [IsoInstant.Format(instant)] : null,
            SegmentOperator.Between => Window(value, keyPath),
            SegmentOperator.On => Day(value, keyPath),
            _ => Number(value, keyPath),
        };
        return values is null ? null : new(compared, values);
    }

    private List<string>? Texts(DefinitionNode value, string keyPath, SegmentSubject subject)
    {
        var texts = new List<string>();
        foreach (var (text, path) in reader.Values(value, keyPath))
        {
            if (Objection(text.Value, subject) is { } objection)
            {
                reader.Report(text, path, objection);
            }

            texts.Add(text.Value);
        }

        if (value is DefinitionList { Items.Count: 0 })
        {
            reader.Report(value, keyPath, "is empty; at least one value is needed");
        }

        return texts;
    }

    private static string? Objection(string text, SegmentSubject subject) => subject switch
    {
        _ when text.Length > Limits.UserAttributeValueLength =>
            $"has {text.Length} characters; a customer's value has at most {Limits.UserAttributeValueLength}, so it would never be equal",
        SegmentSubject.Country when text.Length != 2 || text.Any(letter => !char.IsAsciiLetterUpper(letter)) =>
            $"'{text}' is no country code; ISO 3166-1 alpha-2 is expected, such as DE",
        SegmentSubject.Channel when text.Any(letter => !char.IsAsciiLetterUpper(letter) && letter != '_') =>
            $"'{text}' is no channel; channels are written in capitals, such as EMAIL",
        _ => null,
    };

    private DateTimeOffset? Instant(DefinitionNode value, string keyPath)
    {
        if (reader.Text(value, keyPath) is not { } text)
        {
            return null;
        }

        var instant = IsoInstant.Parse(text.Value);
        if (instant is null)
        {
            reader.Report(value, keyPath, $"'{text.Value}' is no such thing: {InstantExpected}");
        }

        return instant;
    }

    private string[]? Window(DefinitionNode value, string keyPath)
    {
        if (value is not DefinitionList { Items: [var first, var second] })
        {
            reader.Report(value, keyPath, "a list of two instants is expected, the earlier first");
            return null;
        }

        var from = Instant(first, $"{keyPath}[0]");
        var to = Instant(second, $"{keyPath}[1]");
        if (from >= to)
        {
            reader.Report(value, keyPath, "the first instant is not before the second");
        }

        return from is null || to is null ? null : [IsoInstant.Format(from.Value), IsoInstant.Format(to.Value)];
    }

    private string[]? Day(DefinitionNode value, string keyPath)
    {
        if (reader.Text(value, keyPath) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return [IsoInstant.Format(new(day, TimeOnly.MinValue, TimeSpan.Zero))];
        }

        reader.Report(value, keyPath, $"'{text.Value}' is no date; one such as 2026-12-24 is expected (days begin at midnight UTC)");
        return null;
    }

    private string[]? Number(DefinitionNode value, string keyPath)
    {
        if (value is DefinitionScalar { IsNumber: true } scalar
            && double.Parse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number))
        {
            return [number.ToString(CultureInfo.InvariantCulture)];
        }

        reader.Report(value, keyPath, $"a number is expected, not {value.Kind}");
        return null;
    }
}
