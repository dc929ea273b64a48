using Engagement.Telemetry;

namespace Engagement.Infra.Observability.Dashboards;

/// <summary>One line, or with a search several, of a widget.</summary>
internal sealed record Metric
{
    private Metric(params IReadOnlyList<object> parts) => Parts = parts;

    /// <summary>
    /// As CloudWatch wants it: namespace, name, names and values of dimensions in turns, then <see cref="LineOptions"/>; or a
    /// <see cref="SearchOptions"/> alone.
    /// </summary>
    public IReadOnlyList<object> Parts { get; }

    /// <summary>A metric of AWS's with its dimension.</summary>
    /// <param name="label">What the line is called.</param>
    /// <param name="statistic">Such as <c>Sum</c> or <c>p99</c>.</param>
    /// <param name="space">CloudWatch's namespace.</param>
    /// <param name="name">The metric's name within it.</param>
    /// <param name="dimension">The dimension's name.</param>
    /// <param name="value">The dimension's value.</param>
    public static Metric Create(string label, string statistic, string space, string name, string dimension, string value) =>
        new(space, name, dimension, value, new LineOptions(label, statistic));

    /// <summary>A metric of AWS's of the whole account in a region.</summary>
    /// <param name="label">What the line is called.</param>
    /// <param name="statistic">Such as <c>Sum</c> or <c>p99</c>.</param>
    /// <param name="space">CloudWatch's namespace.</param>
    /// <param name="name">The metric's name within it.</param>
    public static Metric OfAccount(string label, string statistic, string space, string name) =>
        new(space, name, new LineOptions(label, statistic));

    /// <summary>The sum of what the stack's functions count.</summary>
    public static Metric Counted(string label, ObservedStack stack, string name) => Measured(label, "Sum", stack, name);

    /// <summary>A statistic of what the stack's functions measure.</summary>
    public static Metric Measured(string label, string statistic, ObservedStack stack, string name) =>
        Create(label, statistic, MetricName.Namespace, name, "Stack", stack.Stack);

    /// <summary>What the stack's functions count, a line for each reason.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">The metric.</param>
    /// <param name="statistic">Such as <c>Maximum</c> for what is counted anew each time. Default: <c>Sum</c>.</param>
    public static Metric ByReason(ObservedStack stack, string name, string statistic = "Sum") =>
        new(new SearchOptions(
            $"SEARCH('{{{MetricName.Namespace},Stack,Reason}} MetricName=\"{name}\" Stack=\"{stack.Stack}\"', '{statistic}')", ""));
}

/// <summary>How a line is shown.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Stat">Such as <c>Sum</c> or <c>p99</c>.</param>
internal sealed record LineOptions(string Label, string Stat);

/// <summary>Everything that a search finds, each as a line.</summary>
/// <param name="Expression">The search, in CloudWatch's metric math.</param>
/// <param name="Label">Empty: each line is called after what distinguishes it.</param>
internal sealed record SearchOptions(string Expression, string Label);
