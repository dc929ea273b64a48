namespace Artifacts.Tests;

/// <summary>Publishing takes long, so it happens only when it must; and it must not be forgotten when it has to.</summary>
/// <remarks>Each test leaves the clone as it was; the clones' end looks whether nothing is due then.</remarks>
[Collection(SharedClones.Name)]
public class PublishAgainTests(PublishedClones clones)
{
    private const string Source = "engagement/Engagement/Limits.cs";

    private Clone Clone => clones.First;

    [Fact]
    public async Task Second_build_publishes_nothing()
    {
        Assert.False(await Clone.WouldPublishAsync());
        Assert.DoesNotContain("Publishing", await Clone.PublishAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Source)]
    [InlineData("handlers/RecordPixelEvents/Program.cs")]
    [InlineData("handlers/RecordPixelEvents/RecordPixelEvents.csproj")]
    [InlineData("handlers/Directory.Build.props")]
    [InlineData("handlers/SqsBatch.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    [InlineData("infra/PublishHandlers.targets")]
    [InlineData("artifacts/handlers/RecordPixelEvents/RecordPixelEvents.dll")]
    public async Task Newer_input_is_published(string file)
    {
        var unchanged = File.GetLastWriteTimeUtc(Clone.At(file));
        // For an output, older: whatever was made before its inputs changed is out of date.
        var changed = file.StartsWith("artifacts/", StringComparison.Ordinal) ? DateTime.UnixEpoch : DateTime.UtcNow;
        File.SetLastWriteTimeUtc(Clone.At(file), changed);
        Assert.True(await Clone.WouldPublishAsync());
        File.SetLastWriteTimeUtc(Clone.At(file), unchanged);
    }

    [Fact]
    public async Task Replacement_of_a_package_counts_when_it_is_in_use()
    {
        var inUse = (await File.ReadAllTextAsync(Clone.At("artifacts/packages.props")))
            .Contains("AWSSDK.Pinpoint", StringComparison.Ordinal);
        var file = Clone.At("compat/AWSSDK.Pinpoint/Client.cs");
        var unchanged = File.GetLastWriteTimeUtc(file);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
        Assert.Equal(inUse, await Clone.WouldPublishAsync());
        File.SetLastWriteTimeUtc(file, unchanged);
    }

    [Theory]
    [InlineData(Source)]
    [InlineData("artifacts/handlers/RecordPixelEvents/RecordPixelEvents.dll")]
    [InlineData("artifacts/publish/RecordPixelEvents.published")]
    public async Task Deleted_file_is_noticed(string file)
    {
        var aside = Clone.At("artifacts/aside");
        File.Move(Clone.At(file), aside);
        Assert.True(await Clone.WouldPublishAsync());
        File.Move(aside, Clone.At(file));
    }

    [Fact]
    public async Task Added_file_is_noticed_however_old_it_is()
    {
        var file = Clone.At("engagement/Engagement/Added.cs");
        await File.WriteAllTextAsync(file, "");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        Assert.True(await Clone.WouldPublishAsync());
        File.Delete(file);
    }

    [Fact]
    public async Task Changed_code_changes_the_artifact_and_changed_back_it_has_the_same_bytes_again()
    {
        var (clone, before) = (clones.Second, clones.Second.Handlers());
        var code = await File.ReadAllTextAsync(clone.At(Source));
        await File.WriteAllTextAsync(clone.At(Source), code.Replace("NameLength = 50", "NameLength = 49", StringComparison.Ordinal));
        Assert.Contains("Publishing", await clone.PublishAsync(), StringComparison.Ordinal);
        Assert.NotEqual(before, clone.Handlers());

        await File.WriteAllTextAsync(clone.At(Source), code);
        // The infra project's own configuration is not the handlers'.
        Assert.Contains("Publishing", await clone.PublishAsync("--configuration", "Release"), StringComparison.Ordinal);
        Assert.Equal(before, clone.Handlers());
    }
}
