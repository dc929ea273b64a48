using System.CommandLine;
using System.Globalization;
using Engagement.Cli.Commands;
using Engagement.Cli.Scanning;
using Engagement.Cli.Stacks;
using Engagement.Customers;
using Engagement.Definitions;
using Engagement.Definitions.Segments;
using Engagement.Segments;

namespace Engagement.Cli.Audiences;

/// <summary><c>audience SEGMENT</c>: how many customers belong to a segment now, and a few of them.</summary>
internal static class AudienceCommand
{
    private const int UsualSample = 5;
    private const int LargestSample = 1_000;

    private const string OnPinpoint = "There, the console shows how many customers a segment has.";

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var segment = new Argument<string>("SEGMENT") { Description = "A name of segments.yaml." };
        var sample = NumberOption.Create("--sample", "How many ids to show.", UsualSample, 0, LargestSample);
        var command = new Command("audience", "Counts the customers of a segment, as the definitions here say it.") { segment, sample };
        command.SetAction(async (arguments, cancellation) =>
        {
            var wanted = Find(shared.Definitions(arguments).Segments, arguments.GetRequiredValue(segment));
            using var stack = (await shared.OpenAsync(arguments, cancellation)).DemandCustomers(OnPinpoint);
            var size = new SegmentSize(wanted, new CustomerSample(arguments.GetRequiredValue(sample)));
            await new CustomerScan(stack.Customers, stack.Time).RunAsync(
                page =>
                {
                    size.Add(page);
                    return Task.CompletedTask;
                },
                cancellation);
            await TellAsync(wanted, size, console.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static SegmentDefinition Find(SegmentCatalog catalog, string name) => catalog.Find(name) ?? throw new CommandException(
        $"There is no segment '{name}' in segments.yaml{NearestName.Hint(name, [.. catalog.Segments.Select(each => each.Name)])}.");

    private static async Task TellAsync(SegmentDefinition segment, SegmentSize size, TextWriter output)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{segment.Name}: {size.Customers:N0} of {size.All:N0} customers, with {size.Endpoints:N0} endpoints that fit."));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"E-mail reaches {size.Reachable:N0} of these endpoints: active, not opted out, with an address."));
        if (size.Sample.Count > 0)
        {
            await output.WriteLineAsync($"Some of them: {string.Join(", ", size.Sample)}");
        }
    }
}
