using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;

namespace Benchmarks.Recording;

/// <summary>
/// CPU time of the whole process, garbage collector and compiler included, for each operation: unlike the time on the wall it hardly
/// depends on what else runs on the machine. For benchmarks in this process only.
/// </summary>
internal sealed class CpuTimeDiagnoser : IDiagnoser
{
    /// <summary>The CPU time of one operation in nanoseconds; null when it was not measured.</summary>
    public static double? Read(BenchmarkReport? report) => report?.Metrics.GetValueOrDefault(nameof(WholeRun)) is { } whole
        // Only those between the two signals: warm-up and pilot are not.
        ? whole.Value / report.AllMeasurements.Where(measurement => measurement.Is(IterationMode.Workload, IterationStage.Actual))
            .Sum(measurement => measurement.Operations)
        : null;

    private TimeSpan began;
    private TimeSpan ended;

    public IEnumerable<string> Ids => [nameof(CpuTimeDiagnoser)];

    public IEnumerable<IExporter> Exporters => [];

    public IEnumerable<IAnalyser> Analysers => [];

    public BenchmarkDotNet.Diagnosers.RunMode GetRunMode(BenchmarkCase benchmarkCase) => BenchmarkDotNet.Diagnosers.RunMode.NoOverhead;

    public void Handle(HostSignal signal, DiagnoserActionParameters parameters)
    {
        switch (signal)
        {
            case HostSignal.BeforeActualRun: began = Environment.CpuUsage.TotalTime; break;
            case HostSignal.AfterActualRun: ended = Environment.CpuUsage.TotalTime; break;
            default: break;
        }
    }

    public IEnumerable<Metric> ProcessResults(DiagnoserResults results) => [new(WholeRun.Instance, (ended - began).TotalNanoseconds)];

    public void DisplayResults(ILogger logger)
    {
    }

    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];

    // Not shown itself; CpuColumn divides it.
    private sealed class WholeRun : IMetricDescriptor
    {
        public static readonly WholeRun Instance = new();

        public string Id => nameof(WholeRun);

        public string DisplayName => "CPU of the whole run";

        public string Legend => "CPU time of the process";

        public string NumberFormat => "0";

        public UnitType UnitType => UnitType.Dimensionless;

        public string Unit => "ns";

        public bool TheGreaterTheBetter => false;

        public int PriorityInCategory => 0;

        public bool GetIsAvailable(Metric metric) => false;
    }
}
