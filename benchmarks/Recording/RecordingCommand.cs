using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Perfolizer.Metrology;

namespace Benchmarks.Recording;

/// <summary><c>recording</c>: the recorder beside a plain one-call-per-record version. <c>parts</c>: where its cost comes from.</summary>
internal static class RecordingCommand
{
    public static Command Whole() =>
        Of<RecordingBenchmarks>("recording", "The recorder's own work, beside a plain one-call-per-record version.");

    public static Command Parts() => Of<PartsBenchmarks>("parts", "Where the recorder's cost comes from.");

    private static Command Of<TBenchmarks>(string name, string description)
    {
        var command = new Command(name, description);
        command.SetAction(_ => Run<TBenchmarks>());
        return command;
    }

    private static int Run<TBenchmarks>()
    {
        var summary = BenchmarkRunner.Run<TBenchmarks>(Configuration());
        return summary.HasCriticalValidationErrors || !summary.Reports.All(report => report.Success) ? 1 : 0;
    }

    // In this process, since CPU time is a process's, and a generated project would not find the packages' replacements.
    private static ManualConfig Configuration() => ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            // Fixed, for a busy machine would mislead the search for good ones, and enough for the compiler's last tier.
            .WithInvocationCount(16)
            .WithUnrollFactor(16)
            .WithWarmupCount(20)
            .WithIterationCount(20))
        .AddDiagnoser(MemoryDiagnoser.Default, new CpuTimeDiagnoser())
        .AddColumnProvider(
            DefaultColumnProviders.Descriptor,
            DefaultColumnProviders.Params,
            DefaultColumnProviders.Statistics,
            DefaultColumnProviders.Metrics)
        .AddColumn(CpuColumn.All)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"))
        .WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Microsecond).WithSizeUnit(SizeUnit.B));
}
