using System.Diagnostics;
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

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }

    public void Change(string file, string before, string after)
    {
        var text = File.ReadAllText(At(file));
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(At(file), text.Replace(before, after, StringComparison.Ordinal));
    }

    public void Git(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.FullName };
        // A hook that runs the tests would tell git which repository it means.
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    public void Commit()
    {
        Git("add", "--all");
        Git(
            "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet",
            "--message", "Change");
    }

    /// <summary>Runs a command on the copy, as the command line does.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(
        Func<PlanFiles, CommandConsole, CancellationToken, Task<int>> command,
        bool colours = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await command(new PlanFiles(folder.FullName), new CommandConsole(output, error, colours), CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
