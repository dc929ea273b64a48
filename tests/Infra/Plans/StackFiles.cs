using Engagement.Infra.Configuration;
using Engagement.Local.Commands;
using Engagement.Local.Plans;

namespace Infra.Tests.Plans;

/// <summary>A copy of the environments' settings and plans, somewhere else.</summary>
internal sealed class StackFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stacks");

    public StackFiles()
    {
        Directory.CreateDirectory(At("plans"));
        foreach (var stack in PlannedStack.Files.Stacks)
        {
            foreach (var file in (string[])[$"Pulumi.{stack}.yaml", PlanFiles.Name(stack)])
            {
                File.Copy(Path.Combine(RepositoryRoot.Path, file), At(file));
            }
        }
    }

    public string At(string file) => Path.Combine(folder.FullName, file);

    public void Change(string file, string before, string after)
    {
        var text = File.ReadAllText(At(file));
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(At(file), text.Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>Runs a command on the copy, as the command line does.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(Func<PlanFiles, CommandConsole, CancellationToken, Task<int>> command, bool colours = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await command(new PlanFiles(folder.FullName), new CommandConsole(output, error, colours), CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
