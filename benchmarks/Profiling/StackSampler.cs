using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing.Etlx;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace Benchmarks.Profiling;

/// <summary>Samples the stacks of this process each millisecond, with the runtime's own sampler.</summary>
internal static class StackSampler
{
    private const string Sampler = "Microsoft-DotNETCore-SampleProfiler";

    // Names the methods that are compiled.
    private static readonly EventPipeProvider Runtime = new(
        "Microsoft-Windows-DotNETRuntime", EventLevel.Informational, (long)ClrTraceEventParser.Keywords.Default);

    /// <param name="work">What is sampled.</param>
    /// <param name="entries">
    /// The methods that stacks begin at; a stack without one is none of the work's. Methods are named <c>Type.Method</c>.
    /// </param>
    public static async Task<FrameTree> RunAsync(Func<Task> work, params IReadOnlyCollection<string> entries)
    {
        var file = Path.GetTempFileName();
        try
        {
            await RecordAsync(work, file);
            return Read(file, entries);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task RecordAsync(Func<Task> work, string file)
    {
        using var session = await new DiagnosticsClient(Environment.ProcessId).StartEventPipeSessionAsync(
            [new(Sampler, EventLevel.Informational), Runtime], requestRundown: true, circularBufferMB: 256, CancellationToken.None);
        await using var output = File.Create(file);
        await Task.WhenAll(session.EventStream.CopyToAsync(output), WorkAsync(session, work));
    }

    private static async Task WorkAsync(EventPipeSession session, Func<Task> work)
    {
        await work();
        await session.StopAsync(CancellationToken.None);
    }

    private static FrameTree Read(string file, IReadOnlyCollection<string> entries)
    {
        var converted = TraceLog.CreateFromEventPipeDataFile(file);
        try
        {
            using var log = new TraceLog(converted);
            var tree = new FrameTree();
            foreach (var sample in log.Events.Where(each => each.ProviderName == Sampler))
            {
                var stack = StackOf(sample.CallStack()).Reverse().SkipWhile(method => !entries.Contains(method)).ToArray();
                if (stack.Length > 0)
                {
                    tree.Add(stack);
                }
            }

            return tree;
        }
        finally
        {
            File.Delete(converted);
        }
    }

    private static IEnumerable<string> StackOf(TraceCallStack? innermost)
    {
        for (var frame = innermost; frame is not null; frame = frame.Caller)
        {
            if (MethodName.Shorten(frame.CodeAddress.FullMethodName) is { Length: > 0 } name)
            {
                yield return name;
            }
        }
    }
}
