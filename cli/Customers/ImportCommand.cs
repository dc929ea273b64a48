using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Customers.Import;
using Engagement.Cli.Stacks;

namespace Engagement.Cli.Customers;

/// <summary><c>customers import FILE…</c>: stores what files say of customers, as what is known since the date of each row.</summary>
internal static class ImportCommand
{
    // A row costs about six calls; a new table takes 4,000 writes a second ("On-demand capacity mode" in the DynamoDB developer guide).
    private const double UsualRate = 500;
    private const double LargestRate = 100_000;
    private const int UsualParallel = 16;
    private const int LargestParallel = 256;

    private const string OnPinpoint =
        "There, 'aws pinpoint create-import-job' imports the same files from S3. --dry-run checks files on any platform.";

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "JSON lines or CSV, as Pinpoint exports and imports them; gzip or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Reads and checks everything, and stores nothing." };
        var rate = NumberOption.Create("--rate", "Most rows a second.", UsualRate, 1, LargestRate);
        var parallel = NumberOption.Create("--parallel", "Rows that are stored at once.", UsualParallel, 1, LargestParallel);
        var state = new Option<string?>("--state")
        {
            Description = "Folder for what a later run goes on from, and for reports. Default: the folder of each file.",
            HelpName = "FOLDER",
        };
        var restart = new Option<bool>("--restart") { Description = "Begins anew where a run did not end." };
        var visitors = new Option<bool>("--visitors") { Description = "Stores endpoints without user and address, too." };
        var ignore = new Option<string[]>("--ignore") { Description = "A member of endpoints to leave out.", HelpName = "NAME" };
        var command = new Command("import", "Stores what files say of customers. A second run of the same files changes nothing.")
        {
            files, dryRun, rate, parallel, state, restart, visitors, ignore,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            var settings = new ImportSettings
            {
                Rate = arguments.GetValue(dryRun) ? LargestRate : arguments.GetRequiredValue(rate),
                Parallel = arguments.GetRequiredValue(parallel),
                StateFolder = arguments.GetValue(state),
                Restarts = arguments.GetValue(restart),
                TakesVisitors = arguments.GetValue(visitors),
                Ignored = arguments.GetValue(ignore) ?? [],
            };
            var paths = arguments.GetRequiredValue(files);
            if (arguments.GetValue(dryRun))
            {
                return await new ImportRun(null, "", settings, console, TimeProvider.System).RunAsync(paths, cancellation);
            }

            using var stack = (await shared.OpenAsync(arguments, cancellation)).DemandCustomers(OnPinpoint);
            var run = new ImportRun(stack.Customers, stack.Tables.Customers, settings, console, stack.Time);
            return await run.RunAsync(paths, cancellation);
        });
        return command;
    }
}
