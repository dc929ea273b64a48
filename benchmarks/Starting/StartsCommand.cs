using System.CommandLine;
using System.Globalization;
using Benchmarks.Recording;

namespace Benchmarks.Starting;

/// <summary><c>starts</c>: how long <c>RecordPixelEvents</c> takes from its process's start to its first answer.</summary>
internal static class StartsCommand
{
    private const int Starts = 10;

    public static Command Create()
    {
        var folders = new Argument<DirectoryInfo[]>("folders") { Description = "The function as published, one for each packaging." };
        var command = new Command("starts", "How long RecordPixelEvents takes to its first answer, by packaging.") { folders };
        command.SetAction(async parsed =>
        {
            using var lambda = new LambdaStub(PixelRecords.Batch(2).Records[1].Body);
            await RunAsync([.. parsed.GetRequiredValue(folders).Select(folder => folder.FullName)], lambda);
        });
        return command;
    }

    private static async Task RunAsync(string[] folders, LambdaStub lambda)
    {
        var starts = folders.ToDictionary(folder => folder, _ => new List<FunctionStart>());
        for (var i = 0; i < Starts; i++)
        {
            // In turns, so that what else the machine does concerns all alike.
            foreach (var folder in folders)
            {
                starts[folder].Add(await FunctionStart.MeasureAsync(folder, lambda));
            }
        }

        Console.WriteLine("| packaging | start to first answer | CPU |");
        Console.WriteLine("| --- | ---: | ---: |");
        foreach (var (folder, measured) in starts)
        {
            var (wall, cpu) = (Median(measured.Select(start => start.Wall)), Median(measured.Select(start => start.Cpu)));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(folder)} | {wall.TotalMilliseconds:N0} ms | {cpu.TotalMilliseconds:N0} ms |"));
        }
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Starts / 2);
}
