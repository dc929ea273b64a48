using System.Collections.ObjectModel;
using System.Globalization;
using Engagement.Definitions;
using Engagement.Pixel;
using Engagement.Times;

namespace Engagement.Journeys.Simulation;

/// <summary>An event of a simulation.</summary>
/// <param name="Type">The event's type.</param>
/// <param name="After">How long after the simulation's start it happens.</param>
/// <param name="Attributes">Attributes of the event.</param>
/// <param name="Metrics">Metrics of the event.</param>
public sealed record SimulatedEvent(
    string Type, TimeSpan After, IReadOnlyDictionary<string, string> Attributes, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>What the text of an event is to be, for errors.</summary>
    public const string Form = "TYPE[@DURATION][,NAME=VALUE]..., such as purchase_success@P2D,value=30";

    /// <summary>
    /// Reads <c>purchase_success@P2D,value=30</c>: the type, how long after the start (at once where it says nothing), and values that the
    /// tracking plan gives the event. A name that is an attribute and a metric there sets both.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="plan">The tracking plan.</param>
    /// <param name="objection">What is wrong with the text; null when nothing is.</param>
    /// <returns>Null when something is wrong.</returns>
    public static SimulatedEvent? Parse(string text, TrackingPlan plan, out string? objection)
    {
        var parts = text.Split(',');
        var named = parts[0].Split('@');
        var after = named.Length == 1 ? TimeSpan.Zero : IsoDuration.Parse(named[^1]);
        if (named.Length > 2 || after is null)
        {
            objection = $"'{text}' is not of the form {Form}";
            return null;
        }

        if (plan.Find(named[0]) is not { } planned)
        {
            objection = $"'{named[0]}' is no event of events.yaml{NearestName.Hint(named[0], [.. plan.Events.Select(each => each.Name)])}";
            return null;
        }

        var read = new SimulatedEvent(
            planned.Name, after.Value, ReadOnlyDictionary<string, string>.Empty, ReadOnlyDictionary<string, double>.Empty);
        foreach (var value in parts.Skip(1))
        {
            if (read.With(value, planned, out objection) is not { } set)
            {
                return null;
            }

            read = set;
        }

        objection = null;
        return read;
    }

    /// <summary>The event as the pixel accepts it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="start">The simulation's start.</param>
    /// <param name="endpointId">The customer's endpoint.</param>
    public PixelEvent ToPixelEvent(string id, DateTimeOffset start, string endpointId) => new()
    {
        RequestId = id,
        At = start + After,
        Type = Type,
        EndpointId = endpointId,
        Attributes = Attributes,
        Metrics = Metrics,
    };

    private SimulatedEvent? With(string value, PlannedEvent planned, out string? objection)
    {
        objection = null;
        if (value.Split('=', 2) is not [var name, var text])
        {
            objection = $"'{value}' is not of the form NAME=VALUE";
            return null;
        }

        var isAttribute = planned.Attributes.Contains(name, StringComparer.Ordinal);
        var isMetric = planned.Metrics.Contains(name, StringComparer.Ordinal);
        double number = 0;
        if (!isAttribute && !isMetric)
        {
            objection = $"{planned.Name} has no attribute or metric '{name}' in "
                + $"events.yaml{NearestName.Hint(name, [.. planned.Attributes.Union(planned.Metrics, StringComparer.Ordinal)])}";
            return null;
        }

        if (isMetric && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            objection = $"'{text}' is no number, and {name} is a metric of {planned.Name}";
            return null;
        }

        return this with
        {
            Attributes = isAttribute ? Attributes.With(name, text) : Attributes,
            Metrics = isMetric ? Metrics.With(name, number) : Metrics,
        };
    }
}
