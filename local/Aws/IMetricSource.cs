namespace Engagement.Local.Aws;

/// <summary>A service that reports metrics of itself, as far as the stack's alarms watch them.</summary>
internal interface IMetricSource
{
    /// <summary>The metrics, read off what is there now.</summary>
    IEnumerable<ServiceMetric> Metrics { get; }
}

/// <summary>A metric that a service reports of one of its resources.</summary>
/// <param name="Namespace">Such as <c>AWS/SQS</c>.</param>
/// <param name="Name">Such as <c>ApproximateNumberOfMessagesVisible</c>.</param>
/// <param name="Dimension">What tells the resource apart, such as <c>QueueName</c>.</param>
/// <param name="Resource">The dimension's value.</param>
/// <param name="Value">How many.</param>
internal sealed record ServiceMetric(string Namespace, string Name, string Dimension, string Resource, double Value);
