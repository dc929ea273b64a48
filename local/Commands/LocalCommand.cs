using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Engagement.Infra.Configuration;

namespace Engagement.Local.Commands;

/// <summary>The command line of this program.</summary>
internal static class LocalCommand
{
    private const int LastPort = 65_535;

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What follows the program's name.</param>
    /// <param name="error">Gets a line for each mistake in them.</param>
    /// <returns>The exit code: 0, or 1 where it failed.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, TextWriter error)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Action is not ParseErrorAction)
        {
            return await parsed.InvokeAsync();
        }

        foreach (var mistake in parsed.Errors.Select(mistake => mistake.Message).Distinct(StringComparer.Ordinal))
        {
            await error.WriteLineAsync($"{mistake.TrimEnd('.')}. 'dotnet run --project local -- --help' lists what there is.");
        }

        return CommandFailure.ExitCode;
    }

    /// <summary>The root command; without arguments it brings the stack up.</summary>
    public static RootCommand Create()
    {
        var stack = new Option<string>("--stack")
        {
            Description = "Environment, as in Pulumi.<stack>.yaml.",
            DefaultValueFactory = _ => "dev"
        };
        var port = Port("Port on 127.0.0.1; 0 takes a free one.", first: 0);
        var definitions = new Option<string?>("--definitions")
        {
            Description = "Folder with the definitions, instead of the repository's."
        };
        definitions.Validators.Add(MustExist);
        var customers = new Option<string?>("--customers")
        {
            Description = "CSV file of customers, in the format that Pinpoint imports, "
            + "instead of the samples; 'none' for none."
        };
        var console = new Option<string?>("--console")
        {
            Description = "Folder with the console's files, read anew at each request: for work on the console itself.",
        };
        console.Validators.Add(MustExist);
        var verbose = new Option<bool>("--verbose") { Description = "A line for each resource, also on a terminal." };
        var root = new RootCommand(
            "Brings the whole stack up on this machine: the same program, functions and definitions as 'pulumi up'.")
        {
            stack,
            port,
            definitions,
            customers,
            console,
            verbose,
        };
        root.SetAction((arguments, cancellationToken) => UpCommand.RunAsync(
            new(
                arguments.GetRequiredValue(stack),
                arguments.GetRequiredValue(port),
                arguments.GetValue(definitions) is { } folder ? Path.GetFullPath(folder) : null,
                arguments.GetValue(customers),
                arguments.GetValue(console) is { } files ? Path.GetFullPath(files) : null),
            Console.IsOutputRedirected || arguments.GetValue(verbose) ? new LineDisplay(Console.Out) : TerminalDisplay.OfProcess(),
            Console.Out,
            Console.Error,
            cancellationToken));
        root.Subcommands.Add(Deploy());
        root.Subcommands.Add(Plan());
        return root;
    }

    private static void MustExist(OptionResult result)
    {
        if (result.GetValueOrDefault<string>() is { } folder && !Directory.Exists(folder))
        {
            result.AddError($"{result.Option.Name}: there is no folder '{folder}'.");
        }
    }

    private static Command Deploy()
    {
        var port = Port("Port of the running environment.", first: 1);
        var deploy = new Command(
            "deploy",
            "Deploys the stack again into the environment that runs here, with the definitions and settings now on disk.") { port };
        deploy.SetAction((arguments, cancellationToken) => DeployCommand.RunAsync(
            new Uri(
                $"http://127.0.0.1:{arguments.GetRequiredValue(port).ToString(CultureInfo.InvariantCulture)}"),
                Console.Out,
                Console.Error,
                cancellationToken));
        return deploy;
    }

    private static Option<int> Port(string description, int first) => new("--port")
    {
        Description = description,
        DefaultValueFactory = _ => 8080,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port >= first
                && port <= LastPort)
            {
                return port;
            }

            result.AddError($"--port: '{result.Tokens[0].Value}' is not a whole number from {first} to {LastPort}.");
            return 0;
        },
    };

    private static Command Plan()
    {
        var check = new Option<bool>("--check") { Description = "Writes nothing; prints the difference and fails where there is one." };
        var summary = new Option<string[]>("--summary")
        {
            Description =
                "Writes nothing; prints what a deployment of HEAD would change of BASE, as Markdown. Each is a folder or file with plans, "
                    + "or a revision in git.",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
            HelpName = "BASE HEAD",
        };
        var plan = new Command("plan", "Writes plans/<stack>.yaml: what each environment's stack declares, for review.") { check, summary };
        plan.SetAction((arguments, cancellationToken) => arguments.GetValue(summary) is [var before, var after]
            ? PlanCommand.SummarizeAsync(before, after, RepositoryRoot.Path, CommandConsole.OfProcess(), cancellationToken)
            : arguments.GetValue(check) ? PlanCommand.CheckAsync(PlanCommand.OfRepository(), CommandConsole.OfProcess(), cancellationToken)
            : PlanCommand.WriteAsync(PlanCommand.OfRepository(), CommandConsole.OfProcess(), cancellationToken));
        return plan;
    }
}
