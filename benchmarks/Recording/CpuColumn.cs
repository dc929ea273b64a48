using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Benchmarks.Recording;

/// <summary>Shows what <see cref="CpuTimeDiagnoser"/> measured.</summary>
/// <param name="name">The column's head.</param>
/// <param name="legend">What it means.</param>
/// <param name="format">How the number is written.</param>
/// <param name="value">The number, of the benchmark's CPU time in nanoseconds and the baseline's.</param>
internal sealed class CpuColumn(string name, string legend, string format, Func<double, double?, double?> value) : IColumn
{
    public static IColumn[] All { get; } =
    [
        new CpuColumn("CPU µs", "CPU time of the process for one event, in microseconds", "0.00", static (own, _) => own / 1e3),
        new CpuColumn("CPU Ratio", "CPU time as a part of the baseline's", "0.00", static (own, baseline) => own / baseline),
        new CpuColumn("Events/CPU s", "Events that a second of CPU time suffices for", "N0", static (own, _) => 1e9 / own),
    ];

    public string Id => name;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Metric;

    public int PriorityInCategory => -1;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => legend;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var baseline = summary.BenchmarksCases.FirstOrDefault(other =>
            summary.IsBaseline(other) && summary.GetLogicalGroupKey(other) == summary.GetLogicalGroupKey(benchmarkCase));
        return CpuTimeDiagnoser.Read(summary[benchmarkCase]) is { } own
            && value(own, baseline is null ? null : CpuTimeDiagnoser.Read(summary[baseline])) is { } shown
            ? shown.ToString(format, CultureInfo.InvariantCulture)
            : "";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
