using System.Collections.ObjectModel;
using System.Globalization;
using Engagement.Definitions;

namespace Engagement.Pixel;

/// <summary>Collects a request's attributes, metrics and user attributes, and enforces their limits.</summary>
/// <param name="planned">The event; null when the plan does not list it.</param>
/// <param name="dates">Reads the dates among user attributes; null when there are none, or the request is not signed.</param>
/// <param name="signed">Whether the request is.</param>
internal struct PayloadReader(PlannedEvent? planned, DateReader? dates, bool signed)
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private Dictionary<string, string>? attributes;
    private Dictionary<string, double>? metrics;
    private Dictionary<string, string>? userAttributes;
    private int unlisted;
    private int unsigned;

    public readonly IReadOnlyDictionary<string, string> Attributes =>
        attributes ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty;

    public readonly IReadOnlyDictionary<string, double> Metrics =>
        metrics ?? (IReadOnlyDictionary<string, double>)ReadOnlyDictionary<string, double>.Empty;

    public readonly IReadOnlyDictionary<string, string> UserAttributes =>
        userAttributes ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty;

    /// <summary>User attributes that are left out because the request is not signed.</summary>
    public readonly int Unsigned => unsigned;

    /// <summary>Attributes, metrics and user attributes that the plan does not list for the event.</summary>
    public readonly int Unlisted => unlisted;

    /// <param name="parameters">Where the parameters stand.</param>
    /// <param name="text">The decoded query.</param>
    /// <returns>The first rule that the query breaks; null when it breaks none.</returns>
    public Rejection? Read(ReadOnlySpan<PixelParameter> parameters, ReadOnlySpan<char> text)
    {
        foreach (var parameter in parameters)
        {
            if (Take(parameter.Kind, parameter.NameIn(text), parameter.ValueIn(text)) is { } objection)
            {
                return objection;
            }
        }

        if (dates?.Zone is { } zone)
        {
            (userAttributes ??= new(StringComparer.Ordinal))[ReservedNames.TimeZoneAttribute] = zone.Name;
        }

        return TooMany();
    }

    private Rejection? Take(PixelParameterKind kind, ReadOnlySpan<char> name, ReadOnlySpan<char> value) => kind switch
    {
        PixelParameterKind.Attribute => TakeAttribute(name, value),
        PixelParameterKind.Metric => TakeMetric(name, value),
        _ => TakeUserAttribute(name, value),
    };

    private Rejection? TakeAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!TryName(planned?.Attributes, name, ParameterNames.AttributePrefix, out var listed, out var objection))
        {
            return objection;
        }

        if (AbsentValue.Is(value))
        {
            attributes?.Remove(listed);
            return null;
        }

        if (value.Length > Limits.AttributeValueLength)
        {
            return TooLong(ParameterNames.AttributePrefix, listed, Limits.AttributeValueLength);
        }

        (attributes ??= new(StringComparer.Ordinal))[listed] = value.ToString();
        return null;
    }

    private Rejection? TakeMetric(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!TryName(planned?.Metrics, name, ParameterNames.MetricPrefix, out var listed, out var objection))
        {
            return objection;
        }

        if (AbsentValue.Is(value))
        {
            metrics?.Remove(listed);
            return null;
        }

        if (!double.TryParse(value, Decimal, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return new(
                RejectionReason.MetricNotANumber,
                $"{Shown(ParameterNames.MetricPrefix, listed)} is not a finite decimal number such as 19.9");
        }

        (metrics ??= new(StringComparer.Ordinal))[listed] = number;
        return null;
    }

    private Rejection? TakeUserAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!signed)
        {
            unsigned += AbsentValue.Is(value) ? 0 : 1;
            return null;
        }

        if (!TryName(planned?.UserAttributes, name, ParameterNames.UserAttributePrefix, out var listed, out var objection))
        {
            return objection;
        }

        if (AbsentValue.Is(value))
        {
            userAttributes?.Remove(listed);
            userAttributes?.Remove(DateDefaults.TextOf(listed));
            return null;
        }

        if (value.Length > Limits.UserAttributeValueLength)
        {
            return TooLong(ParameterNames.UserAttributePrefix, listed, Limits.UserAttributeValueLength);
        }

        if (dates?.IsDate(listed) == true)
        {
            return dates.Take(listed, value, userAttributes ??= new(StringComparer.Ordinal))
                ? null
                : new(
                    RejectionReason.DateNotReadable,
                    $"'{ParameterNames.UserAttributePrefix}{listed}' is neither a date such as 2026-12-24, nor one with a time such as "
                        + "2026-12-24T15:00, nor 'none'");
        }

        // Messages show user attributes, in their subjects too.
        if (TextRule.Objection(value) is { } problem)
        {
            return new(RejectionReason.ValueNotAllowed, $"{Shown(ParameterNames.UserAttributePrefix, listed)} {problem}");
        }

        (userAttributes ??= new(StringComparer.Ordinal))[listed] = value.ToString();
        return null;
    }

    /// <summary>
    /// The plan's own text of a name; false with an objection when the name is unfit, and without one when it is dropped.
    /// </summary>
    private bool TryName(IReadOnlyList<string>? list, ReadOnlySpan<char> name, string prefix, out string listed, out Rejection? objection)
    {
        objection = null;
        listed = "";
        if (list is null)
        {
            objection = Objection(name, prefix);
            listed = objection is null ? name.ToString() : "";
            return objection is null;
        }

        // A plan lists a handful; comparing them beats hashing.
        for (var i = 0; i < list.Count; i++)
        {
            if (name.SequenceEqual(list[i]))
            {
                listed = list[i];
                return true;
            }
        }

        unlisted++;
        return false;
    }

    private static Rejection? Objection(ReadOnlySpan<char> name, string prefix)
    {
        if (name.Length > Limits.NameLength)
        {
            return new(RejectionReason.NameTooLong, $"a name after '{prefix}' has more than {Limits.NameLength} characters");
        }

        return name.IsEmpty || !NameRule.IsWellFormed(name)
            ? new(RejectionReason.NameNotAllowed, $"a name after '{prefix}' is empty or holds a character that cannot be shown")
            : null;
    }

    private readonly Rejection? TooMany()
    {
        if ((attributes?.Count ?? 0) + (metrics?.Count ?? 0) > Limits.AttributesAndMetrics)
        {
            return new(RejectionReason.TooManyAttributes, $"the event has more than {Limits.AttributesAndMetrics} attributes and metrics");
        }

        return userAttributes?.Count > Limits.UserAttributes
            ? new(RejectionReason.TooManyUserAttributes, $"the event has more than {Limits.UserAttributes} user attributes")
            : null;
    }

    private readonly Rejection TooLong(string prefix, string listed, int most) =>
        new(RejectionReason.ValueTooLong, $"{Shown(prefix, listed)} has more than {most} characters");

    // A name that the plan does not list came from the caller and may itself be personal.
    private readonly string Shown(string prefix, string listed) => planned is null ? $"a value after '{prefix}'" : $"'{prefix}{listed}'";
}
