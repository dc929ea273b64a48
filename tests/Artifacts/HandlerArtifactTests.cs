using System.Text;
using Engagement.Definitions;
using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Pinpoint.Quotas;

namespace Artifacts.Tests;

/// <summary>
/// Pulumi replaces a function's code when a byte of its artifact differs. So the same code must give the same bytes, and nothing else may.
/// </summary>
[Collection(SharedClones.Name)]
public class HandlerArtifactTests(PublishedClones clones)
{
    private const string Handler = "RecordPixelEvents";

    [Fact]
    public void Two_clones_publish_the_same_bytes() => Assert.Equal(clones.First.Handlers(), clones.Second.Handlers());

    [Fact]
    public void Build_of_this_working_copy_publishes_the_same_bytes() =>
        Assert.Equal(clones.First.Handlers()[Handler], Artifact.Read(Path.Combine(RepositoryRoot.Path, "artifacts", "handlers", Handler)));

    [Fact]
    public void Every_handler_is_published() => Assert.Equal(
        Directory
            .GetFiles(clones.First.At("handlers"), "Program.cs", SearchOption.AllDirectories)
            .Select(file => Directory.GetParent(file)!.Name)
            .Order(),
        clones.First.Handlers().Keys.Order());

    [Fact]
    public void Artifact_holds_assemblies_and_their_settings_alone()
    {
        var files = Artifact.Files(clones.First.At("artifacts/handlers")).ToList();
        Assert.Contains($"{Handler}/{Handler}.dll", files);
        Assert.All(files, file => Assert.True(
            file.EndsWith(".dll", StringComparison.Ordinal)
                || file.EndsWith(".deps.json", StringComparison.Ordinal)
                || file.EndsWith(".runtimeconfig.json", StringComparison.Ordinal),
            $"{file} does not belong into an artifact."));
    }

    [Fact]
    public async Task Artifact_names_no_folder_of_the_machine_that_made_it()
    {
        foreach (var file in Directory.GetFiles(clones.Second.At("artifacts/handlers"), "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllBytesAsync(file);
            Assert.True(text.AsSpan().IndexOf("further down"u8) < 0, $"{file} holds the path of its clone.");
            Assert.True(text.AsSpan().IndexOf(Encoding.Unicode.GetBytes("further down")) < 0, $"{file} holds the path of its clone.");
        }
    }

    [Fact]
    public void Staged_artifact_is_named_and_made_after_its_contents_alone()
    {
        var first = Staged(clones.First);
        Assert.Equal(first, Staged(clones.Second));
        Assert.Contains("definitions/events.json", first, StringComparison.Ordinal);
    }

    private static HandlerSettings Settings { get; } = new()
    {
        Architecture = "arm64",
        Packaging = HandlerPackaging.Managed,
        ArtifactsDirectory = null,
        MemoryMegabytes = 512,
        LogRetentionDays = 30,
    };

    private static string Staged(Clone clone)
    {
        var folder = HandlerArtifact.Stage(
            Handler,
            Settings,
            [FunctionDefinition.From(DefinitionSet.Load(clone.At("definitions"), PinpointLimits.Definitions).TrackingPlan.ForRecording)]);
        return $"{Path.GetFileName(folder)}\n{Artifact.Read(folder)}";
    }
}
