using System.Text.Json.Serialization;
using Engagement.Telemetry;

namespace Engagement.Infra.Observability.Dashboards;

/// <summary>One line, or with a search several, of a widget.</summary>
internal sealed record Metric
{
    private Metric(params IReadOnlyList<object> parts) => Parts = parts;

    /// <summary>
    /// As CloudWatch wants it: namespace, name, names and values of dimensions in turns, then <see cref="LineOptions"/>; or a
    /// <see cref="ExpressionOptions"/> alone.
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

    /// <summary>The same metric with a name for expressions.</summary>
    /// <param name="id">The name. It begins with a small letter.</param>
    public Metric As(string id) => new([.. Parts.SkipLast(1), ((LineOptions)Parts[^1]) with { Id = id }]);

    /// <summary>A line that is worked out of others of its widget.</summary>
    /// <param name="label">What the line is called.</param>
    /// <param name="expression">CloudWatch's metric math over the names that <see cref="As"/> gives.</param>
    public static Metric Calculated(string label, string expression) => new(new ExpressionOptions(expression, label));

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
        new(new ExpressionOptions(
            $"SEARCH('{{{MetricName.Namespace},Stack,Reason}} MetricName=\"{name}\" Stack=\"{stack.Stack}\"', '{statistic}')", ""));
}

/// <summary>How a line is shown.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Stat">Such as <c>Sum</c> or <c>p99</c>.</param>
/// <param name="Id">What expressions call it; null where none does.</param>
internal sealed record LineOptions(
    string Label, string Stat, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id = null);

/// <summary>What an expression comes to: a line, or with a search one for each metric that it finds.</summary>
/// <param name="Expression">In CloudWatch's metric math.</param>
/// <param name="Label">What the line is called. Empty for a search: each line is called after what distinguishes it.</param>
internal sealed record ExpressionOptions(string Expression, string Label);
