using System.Collections.Immutable;
using System.Data;
using System.Globalization;

namespace EndToEnd.Tests.Truth;

/// <summary>What a deployed alarm on metric math watches, worked out from the environment's metrics since its start.</summary>
internal static class AlarmValue
{
    /// <summary>The value, and the threshold above which the alarm rings.</summary>
    public static async Task<(double Value, double Threshold)> ReadAsync(DevEnvironment environment, string alarm)
    {
        var inputs = environment.Cloud.Graph.Find("aws:cloudwatch/metricAlarm:MetricAlarm", alarm)!.Outputs;
        var queries = ((ImmutableArray<object>)inputs["metricQueries"]).Cast<ImmutableDictionary<string, object>>().ToList();
        var expression = (string)queries.Single(query => query.ContainsKey("expression"))["expression"];
        foreach (var query in queries.Where(query => query.ContainsKey("metric")))
        {
            var value = await MetricAsync(environment, (ImmutableDictionary<string, object>)query["metric"]);
            expression = expression.Replace(
                $"FILL({query["id"]}, 0)", value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        return (
            Convert.ToDouble(table.Compute(expression, ""), CultureInfo.InvariantCulture),
            Convert.ToDouble(inputs["threshold"], CultureInfo.InvariantCulture));
    }

    private static Task<double> MetricAsync(DevEnvironment environment, ImmutableDictionary<string, object> metric) =>
        environment.MetricAsync(
            (string)metric["metricName"],
            [.. ((ImmutableDictionary<string, object>)metric["dimensions"]).Select(pair => (pair.Key, (string)pair.Value))]);
}
