using System.CommandLine;
using System.Globalization;
using Engagement.Infra.Configuration;

namespace Engagement.Local.Commands;

/// <summary>The command line of this program.</summary>
internal static class LocalCommand
{
    /// <summary>The root command; without arguments it brings the stack up.</summary>
    public static RootCommand Create()
    {
        var stack = new Option<string>("--stack") { Description = "Environment, as in Pulumi.<stack>.yaml.", DefaultValueFactory = _ => "dev" };
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes a free one.", DefaultValueFactory = _ => 8080 };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65_535)
            {
                result.AddError("--port must be from 0 to 65535.");
            }
        });
        var definitions = new Option<DirectoryInfo?>("--definitions") { Description = "Folder with the definitions, instead of the repository's." };
        var customers = new Option<string?>("--customers") { Description = "CSV file of customers, in the format that Pinpoint imports, instead of the samples; 'none' for none." };
        var root = new RootCommand("Brings the whole stack up on this machine: the same program, functions and definitions as 'pulumi up'.") { stack, port, definitions, customers };
        root.SetAction((arguments, cancellationToken) => UpCommand.RunAsync(
            new(arguments.GetRequiredValue(stack), arguments.GetRequiredValue(port), arguments.GetValue(definitions)?.FullName, arguments.GetValue(customers)),
            Console.Out,
            Console.Error,
            cancellationToken));
        root.Subcommands.Add(Deploy());
        root.Subcommands.Add(Plan());
        return root;
    }

    private static Command Deploy()
    {
        var port = new Option<int>("--port") { Description = "Port of the running environment.", DefaultValueFactory = _ => 8080 };
        var deploy = new Command("deploy", "Deploys the stack again into the environment that runs here, with the definitions and settings now on disk.") { port };
        deploy.SetAction((arguments, cancellationToken) => DeployCommand.RunAsync(
            new Uri($"http://127.0.0.1:{arguments.GetRequiredValue(port).ToString(CultureInfo.InvariantCulture)}"), Console.Out, Console.Error, cancellationToken));
        return deploy;
    }

    private static Command Plan()
    {
        var check = new Option<bool>("--check") { Description = "Writes nothing; prints the difference and fails where there is one." };
        var summary = new Option<string[]>("--summary")
        {
            Description = "Writes nothing; prints what a deployment of HEAD would change of BASE, as Markdown. Each is a folder or file with plans, or a revision in git.",
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
