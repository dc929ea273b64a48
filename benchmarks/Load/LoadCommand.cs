using System.CommandLine;

namespace Benchmarks.Load;

/// <summary><c>load</c>: fires pixels at a running local environment.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var pixels = Number("--pixels", "How many to fire.", 10_000);
        var parallel = Number("--parallel", "How many are under way at once.", 32);
        var rate = Number(
            "--rate",
            "How many to fire a second at most. The gateway answers 429 beyond the stack's 'pixel:rateLimit'.",
            500);
        var port = Number("--port", "The local environment's port on 127.0.0.1.", 8080);
        var companyEvent = new Option<string?>("--company-event")
        {
            Description = "A company event to post at the same time, as JSON: {\"event\":…,\"id\":…,\"attributes\":{…}}.",
        };
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the figures, as JSON." };
        var chart = new Option<FileInfo?>("--chart") { Description = "Where to draw the run, as SVG." };
        var command = new Command(
            "load",
            "Fires pixels at an environment that 'dotnet run --project local' brought up, and says what became of them.")
            {
                pixels,
                parallel,
                rate,
                port,
                companyEvent,
                json,
                chart,
            };
        command.SetAction((arguments, cancellation) => LoadRun.RunAsync(
            new(
                new($"http://127.0.0.1:{arguments.GetRequiredValue(port)}/"),
                arguments.GetRequiredValue(pixels),
                arguments.GetRequiredValue(parallel),
                arguments.GetRequiredValue(rate))
            {
                CompanyEvent = arguments.GetValue(companyEvent),
                Json = arguments.GetValue(json),
                Chart = arguments.GetValue(chart),
            },
            Console.Out,
            Console.Error,
            cancellation));
        return command;
    }

    private static Option<int> Number(string name, string description, int otherwise)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} must be at least 1.");
            }
        });
        return option;
    }
}
