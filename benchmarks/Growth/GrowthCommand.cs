using System.CommandLine;
using System.Globalization;

namespace Benchmarks.Growth;

/// <summary><c>growth</c>: what costs how much more as there is more of something.</summary>
internal static class GrowthCommand
{
    public static Command Create()
    {
        var chart = new Option<FileInfo?>("--chart") { Description = "Where to draw the figures, as SVG." };
        var command = new Command("growth", "Measures CPU time at one, ten and a hundred times of a number, and says how it grows.")
        {
            chart,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            List<GrowthFigure> figures = [];
            Console.WriteLine("| what | of | CPU at 1× | at 10× | at 100× | exponent |");
            Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
            using var scenarios = new GrowthScenarios();
            foreach (var series in scenarios.All)
            {
                figures.Add(await GrowthFigure.MeasureAsync(series));
                Console.WriteLine(Row(figures[^1]));
            }

            if (arguments.GetValue(chart) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, GrowthChart.Draw(figures), cancellation);
            }

            return 0;
        });
        return command;
    }

    private static string Row(GrowthFigure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {figure.Series.Cost} | {figure.Series.First:N0} {figure.Series.Of} | "
            + $"{string.Join(" | ", figure.Costs.Select(cost => Told(cost.Cpu)))} | {figure.Exponent:0.00} |");

    private static string Told(TimeSpan cpu) => cpu.TotalMilliseconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{cpu.TotalMicroseconds:0.0} µs")
        : string.Create(CultureInfo.InvariantCulture, $"{cpu.TotalMilliseconds:0.0} ms");
}
