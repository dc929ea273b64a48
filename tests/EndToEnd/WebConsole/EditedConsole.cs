using Engagement.Infra.Configuration;
using Engagement.Local.Definitions;

namespace EndToEnd.Tests.WebConsole;

/// <summary>An environment with a copy of the repository's definitions, which tests may change.</summary>
public abstract class EditedConsole : ConsoleEnvironment
{
    private readonly DefinitionCopy copy;

    protected EditedConsole(string stack)
        : this(stack, DefinitionFiles.Read(Path.Combine(RepositoryRoot.Path, "definitions")).Copy())
    {
    }

    private EditedConsole(string stack, DefinitionCopy copy)
        : base(stack, ("definitions:directory", copy.Folder)) => this.copy = copy;

    /// <summary>The folder with the definitions.</summary>
    public string Folder => copy.Folder;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        copy.Dispose();
    }
}

/// <summary>The stack on Pinpoint.</summary>
public sealed class EditedPinpointConsole() : EditedConsole("dev");

/// <summary>The stack on SES.</summary>
public sealed class EditedSesConsole() : EditedConsole("ses");
