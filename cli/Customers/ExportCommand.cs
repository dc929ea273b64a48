using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Customers.Export;
using Engagement.Cli.Scanning;
using Engagement.Cli.Stacks;

namespace Engagement.Cli.Customers;

/// <summary><c>customers export</c>: all customers as JSON lines, which <c>customers import</c> takes.</summary>
internal static class ExportCommand
{
    private const string OnPinpoint = "There, 'aws pinpoint create-export-job' writes the same lines to S3.";

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var output = new Option<string?>("--output")
        {
            Description = "File to write, gzip where its name ends in .gz. Default: the terminal.",
            HelpName = "FILE",
        };
        var command = new Command("export", "Writes all customers as Pinpoint exports them: JSON lines, an endpoint a line.") { output };
        command.SetAction(async (arguments, cancellation) =>
        {
            using var stack = (await shared.OpenAsync(arguments, cancellation)).DemandCustomers(OnPinpoint);
            return await new ExportRun(new CustomerScan(stack.Customers, stack.Time), console).RunAsync(
                arguments.GetValue(output), cancellation);
        });
        return command;
    }
}
