using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Definitions;

namespace Engagement.Cli.Stacks;

/// <summary>Options that every command has: which environment, and which definitions.</summary>
internal sealed class SharedOptions
{
    private readonly Option<string?> local = new("--local")
    {
        Description = $"The local cloud, at an address such as {StackPlace.DefaultLocal}, which is the default.",
        HelpName = "URL",
        Arity = ArgumentArity.ZeroOrOne,
        Recursive = true,
    };

    private readonly Option<string?> stack = new("--stack")
    {
        Description = "A stack in AWS: its outputs by 'pulumi stack output', and AWS's usual credentials.",
        HelpName = "NAME",
        Recursive = true,
    };

    private readonly Option<string?> definitions = new("--definitions")
    {
        Description = "Folder with the definitions. Default: 'definitions' here or in the nearest folder above that has one.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>Gives the options to a command and all below it.</summary>
    public void AddTo(Command root)
    {
        local.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && StackPlace.Url(token.Value) is null)
            {
                result.AddError($"--local: '{token.Value}' is no address such as {StackPlace.DefaultLocal}.");
            }
        });
        root.Options.Add(local);
        root.Options.Add(stack);
        root.Options.Add(definitions);
    }

    /// <summary>Opens the environment that the command line names.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CommandException">It names none, or two, or the environment does not answer.</exception>
    public Task<OperatedStack> OpenAsync(ParseResult arguments, CancellationToken cancellation) =>
        OperatedStack.OpenAsync(PlaceOf(arguments), cancellation);

    /// <summary>Whether the command line names an environment.</summary>
    public bool NamesEnvironment(ParseResult arguments) =>
        arguments.GetResult(local) is { Implicit: false } || arguments.GetValue(stack) is not null;

    /// <summary>Reads the definitions.</summary>
    /// <exception cref="CommandException">There are none.</exception>
    /// <exception cref="DefinitionException">They are wrong.</exception>
    public DefinitionSet Definitions(ParseResult arguments) =>
        DefinitionSet.Load(FolderOf(arguments.GetValue(definitions)), PlatformLimits.None);

    private StackPlace PlaceOf(ParseResult arguments) => (arguments.GetResult(local), arguments.GetValue(stack)) switch
    {
        ({ Implicit: false }, not null) => throw new CommandException("--local and --stack name two environments: say one of them."),
        ({ Implicit: false }, null) => StackPlace.Local(arguments.GetValue(local)),
        (_, { } name) => StackPlace.InAws(name),
        _ => throw new CommandException("Which environment? Say --local for the local cloud, or --stack NAME for a stack in AWS."),
    };

    private static string FolderOf(string? named)
    {
        if (named is not null)
        {
            return Directory.Exists(named) ? named : throw new CommandException($"--definitions: there is no folder '{named}'.");
        }

        for (var folder = Directory.GetCurrentDirectory(); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "definitions", DefinitionFileNames.Events)))
            {
                return Path.Combine(folder, "definitions");
            }
        }

        throw new CommandException("There is no folder 'definitions' here or above: name it with --definitions.");
    }
}
