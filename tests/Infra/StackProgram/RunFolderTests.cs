using Engagement.Infra.Functions;

namespace Infra.Tests.StackProgram;

/// <summary>What a run needs on disk is gone with it.</summary>
public sealed class RunFolderTests : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("runs-");

    [Fact]
    public void A_run_that_ends_leaves_nothing()
    {
        using (var run = RunFolder.Create(parent.FullName, "run-"))
        {
            File.WriteAllText(Path.Combine(run.Path, "file"), "");
        }

        Assert.Empty(parent.GetFileSystemInfos());
    }

    [Fact]
    public void Runs_side_by_side_keep_what_is_theirs()
    {
        using var first = RunFolder.Create(parent.FullName, "run-");
        File.WriteAllText(Path.Combine(first.Path, "file"), "");
        using (RunFolder.Create(parent.FullName, "run-"))
        {
            Assert.Equal(4, parent.GetFileSystemInfos().Length);
        }

        Assert.True(File.Exists(Path.Combine(first.Path, "file")));
    }

    // A process that was killed leaves both, and its lock on the file goes with it.
    [Theory]
    [InlineData("run-", "run-12345678", "run-12345678.lock")]
    [InlineData("run-", "run-12345678", null)]
    [InlineData("run-", null, "run-12345678.lock")]
    [InlineData("", "RecordPixelEvents-0123456789abcdef", null)]
    public void What_a_killed_run_left_goes_with_the_next(string prefix, string? folder, string? file)
    {
        if (folder is not null)
        {
            File.WriteAllText(Path.Combine(parent.CreateSubdirectory(folder).FullName, "file"), "");
        }

        if (file is not null)
        {
            File.WriteAllText(Path.Combine(parent.FullName, file), "");
        }

        using var run = RunFolder.Create(parent.FullName, prefix);

        Assert.Equal(
            [run.Path, $"{run.Path}.lock"],
            parent.GetFileSystemInfos().Select(each => each.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_called_otherwise_stays()
    {
        parent.CreateSubdirectory("other");
        RunFolder.Create(parent.FullName, "run-").Dispose();

        Assert.Equal(["other"], parent.GetFileSystemInfos().Select(each => each.Name));
    }

    [Fact]
    public async Task Many_runs_that_begin_at_once_do_not_disturb_each_other()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => RunFolder.Create(parent.FullName, "run-"))));

        Assert.All(runs, run => Assert.True(Directory.Exists(run.Path)));
        foreach (var run in runs)
        {
            run.Dispose();
        }

        Assert.Empty(parent.GetFileSystemInfos());
    }

    public void Dispose() => parent.Delete(recursive: true);
}
