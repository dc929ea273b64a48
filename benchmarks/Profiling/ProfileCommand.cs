using System.CommandLine;
using System.Globalization;
using Benchmarks.Recording;
using Benchmarks.Sending;

namespace Benchmarks.Profiling;

/// <summary><c>profile</c>: draws where a function's time goes.</summary>
internal static class ProfileCommand
{
    private const int Listed = 40;

    public static Command Create() => new("profile", "Samples a function, with AWS answering at once behind the SDK, and draws its time.")
    {
        Of("recorder", RecorderAsync),
        Of("sender", SenderAsync),
    };

    private static Command Of(string name, Func<string, Task> drawAsync)
    {
        var file = new Argument<FileInfo>("file") { Description = "The picture (SVG)." };
        var command = new Command(name, $"The {name}.") { file };
        command.SetAction(parsed => drawAsync(parsed.GetRequiredValue(file).FullName));
        return command;
    }

    private static async Task RecorderAsync(string file)
    {
        var recording = new RecordingBenchmarks { Pinpoint = PinpointStandIn.Http };
        await recording.Prepare();
        try
        {
            var workload = new Workload(
                "RecordPixelEvents", "an event", RecordingBenchmarks.Records, recording.Recorder, WarmUp: 3_000, Runs: 1_000);
            await DrawAsync(workload, file, "SqsBatch.TogetherAsync");
        }
        finally
        {
            recording.Cleanup();
        }
    }

    private static async Task SenderAsync(string file)
    {
        using var functions = new SendingFunctions();
        var send = CampaignFunction.Wire(functions, sets: true);
        var workload = new Workload("SendCampaign that sets an attribute", "a message", SendingCustomers.Count, send, WarmUp: 20, Runs: 15);
        // A page's messages, and what they set, are worked on by several threads.
        await DrawAsync(workload, file, "ShareSender.SendAsync", "EndpointSender.SendAsync", "ReceiverAttributes.WriteAsync");
    }

    private static async Task DrawAsync(Workload workload, string file, params IReadOnlyCollection<string> entries)
    {
        await workload.RepeatAsync(workload.WarmUp);
        var cost = await Cost.MeasureAsync(() => workload.RepeatAsync(workload.Runs));
        var tree = await StackSampler.RunAsync(() => workload.RepeatAsync(workload.Runs), entries);
        var title = workload.Title(cost.Of(workload.Runs * workload.Size));
        Console.WriteLine(title);
        foreach (var (method, samples) in tree.Running().OrderByDescending(each => each.Value).Take(Listed))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(double)samples / tree.Samples,6:P1} {method}"));
        }

        await File.WriteAllTextAsync(file, FlameGraph.Draw(tree, title));
    }

    /// <summary>What is sampled: <paramref name="Run"/> works on as many events or messages as <paramref name="Size"/> says.</summary>
    private sealed record Workload(string Name, string Unit, long Size, Func<Task> Run, int WarmUp, int Runs)
    {
        public string Title(Cost cost) => string.Create(
            CultureInfo.InvariantCulture, $"{Name}: {cost.Cpu.TotalMicroseconds:0.0} µs of CPU and {cost.Bytes:N0} B {Unit}");

        public async Task RepeatAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                await Run();
            }
        }
    }
}
