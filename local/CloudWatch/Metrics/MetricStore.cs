using System.Collections.Immutable;

namespace Engagement.Local.CloudWatch.Metrics;

/// <summary>
/// Metrics since the start. Each set of dimensions is a metric of its own, as in CloudWatch. A sum by <c>Stack</c> is not the sum over the
/// metrics by <c>Stack</c> and <c>Reason</c>, unless both are published.
/// </summary>
internal sealed class MetricStore
{
    private const int Capacity = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, MetricTotal> totals = new(StringComparer.Ordinal);
    private readonly RecentItems<MetricDatum> recent = new(Capacity);

    /// <summary>The last 10,000 values, from the oldest to the newest.</summary>
    public IReadOnlyList<MetricDatum> Recent => recent.ToList();

    /// <summary>All metrics, in order of namespace, name and dimensions.</summary>
    public IReadOnlyList<MetricTotal> Totals
    {
        get
        {
            lock (gate)
            {
                return [.. totals.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
            }
        }
    }

    /// <summary>Sum of a metric's values under exactly these dimensions; 0 where there are none.</summary>
    public double Sum(string metricNamespace, string name, params IEnumerable<(string Name, string Value)> dimensions)
    {
        lock (gate)
        {
            return totals.GetValueOrDefault(
                Key(
                    metricNamespace,
                    name,
                    dimensions.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal)))?.Sum
                ?? 0;
        }
    }

    internal void Add(MetricDatum datum)
    {
        recent.Add(datum);
        var key = Key(datum.Namespace, datum.Name, datum.Dimensions);
        lock (gate)
        {
            totals[key] = totals.TryGetValue(key, out var total)
                ? total with
                {
                    Sum = total.Sum + datum.Value,
                    Count = total.Count + 1,
                    Minimum = Math.Min(total.Minimum, datum.Value),
                    Maximum = Math.Max(total.Maximum, datum.Value),
                    LastAt = datum.At,
                }
                : new(datum.Namespace, datum.Name, datum.Dimensions, datum.Value, 1, datum.Value, datum.Value, datum.Unit, datum.At);
        }
    }

    // U+001F separates, since no part may hold a control character.
    private static string Key(string metricNamespace, string name, ImmutableSortedDictionary<string, string> dimensions) =>
        string.Join('\u001f', dimensions.SelectMany(pair => new[] { pair.Key, pair.Value }).Prepend(name).Prepend(metricNamespace));
}
