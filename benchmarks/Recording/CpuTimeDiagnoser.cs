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
    public static double? Of(BenchmarkReport? report) => report?.Metrics.GetValueOrDefault(nameof(CpuTime))?.Value;

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

    public IEnumerable<Metric> ProcessResults(DiagnoserResults results) =>
        [new Metric(CpuTime.Instance, (ended - began).TotalNanoseconds / results.TotalOperations)];

    public void DisplayResults(ILogger logger)
    {
    }

    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];

    private sealed class CpuTime : IMetricDescriptor
    {
        public static readonly CpuTime Instance = new();

        public string Id => nameof(CpuTime);

        public string DisplayName => "CPU";

        public string Legend => "CPU time of the process";

        public string NumberFormat => "0.000";

        public UnitType UnitType => UnitType.Time;

        public string Unit => "ns";

        public bool TheGreaterTheBetter => false;

        public int PriorityInCategory => 0;

        public bool GetIsAvailable(Metric metric) => true;
    }
}
