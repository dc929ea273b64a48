namespace Engagement.Local.Pinpoint.Events;

/// <summary>
/// The names that an application's events have used, which Pinpoint limits, and one copy of each for all events. Thread-safe.
/// Limits: developer guide, "Event ingestion quotas".
/// </summary>
internal sealed class EventNames
{
    /// <summary>Event types an application may use.</summary>
    public const int MaximumTypes = 1_500;

    /// <summary>Attribute names an application may use.</summary>
    public const int MaximumAttributes = 500;

    /// <summary>Metric names an application may use.</summary>
    public const int MaximumMetrics = 500;

    private readonly Lock gate = new();
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> attributes = new(StringComparer.Ordinal);
    private readonly HashSet<string> metrics = new(StringComparer.Ordinal);

    /// <summary>Takes in an event's names, all or none; the reason where a limit is in the way, otherwise null.</summary>
    public string? Register(string type, IEnumerable<string> attributeNames, IEnumerable<string> metricNames)
    {
        lock (gate)
        {
            var newAttributes = attributeNames.Where(name => !attributes.Contains(name)).ToList();
            var newMetrics = metricNames.Where(name => !metrics.Contains(name)).ToList();
            if (!types.Contains(type) && types.Count == MaximumTypes)
            {
                return $"An application has at most {MaximumTypes} event types.";
            }

            if (attributes.Count + newAttributes.Count > MaximumAttributes)
            {
                return $"An application has at most {MaximumAttributes} event attribute names.";
            }

            if (metrics.Count + newMetrics.Count > MaximumMetrics)
            {
                return $"An application has at most {MaximumMetrics} event metric names.";
            }

            types.Add(type);
            attributes.UnionWith(newAttributes);
            metrics.UnionWith(newMetrics);
            return null;
        }
    }

    /// <summary>The one copy of a registered event type.</summary>
    public string Type(string type) => One(types, type);

    /// <summary>An event's attributes with the one copy of each name.</summary>
    public NamedValues<string> Attributes(IReadOnlyDictionary<string, string?>? values) => Named(attributes, values, value => value ?? "");

    /// <summary>An event's metrics with the one copy of each name.</summary>
    public NamedValues<double> Metrics(IReadOnlyDictionary<string, double>? values) => Named(metrics, values, value => value);

    private NamedValues<TOut> Named<TIn, TOut>(HashSet<string> names, IReadOnlyDictionary<string, TIn>? values, Func<TIn, TOut> convert) =>
        values is null or { Count: 0 }
            ? NamedValues<TOut>.None
            : new NamedValues<TOut>([.. values.Select(pair => KeyValuePair.Create(One(names, pair.Key), convert(pair.Value)))]);

    private string One(HashSet<string> names, string name)
    {
        lock (gate)
        {
            return names.TryGetValue(name, out var one) ? one : name;
        }
    }
}
