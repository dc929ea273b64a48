using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Benchmarks.Recording;

/// <summary>CPU time as a part of the baseline's, with the same parameters.</summary>
internal sealed class CpuRatioColumn : IColumn
{
    public string Id => nameof(CpuRatioColumn);

    public string ColumnName => "CPU Ratio";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "CPU time beside the baseline's";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var baseline = summary.BenchmarksCases.FirstOrDefault(other =>
            summary.IsBaseline(other) && summary.GetLogicalGroupKey(other) == summary.GetLogicalGroupKey(benchmarkCase));
        return baseline is not null && CpuTimeDiagnoser.Of(summary[baseline]) is { } whole && CpuTimeDiagnoser.Of(summary[benchmarkCase]) is { } part
            ? (part / whole).ToString("0.00", CultureInfo.InvariantCulture)
            : "";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
