using Engagement.Infra.Configuration;

namespace Artifacts.Tests;

/// <summary>Plans are compared byte by byte, so that a clone elsewhere has to write the same ones.</summary>
[Collection(SharedClones.Name)]
public class PlanTests(PublishedClones clones)
{
    [Fact]
    public async Task Another_clone_writes_the_same_plans()
    {
        var clone = clones.Second;
        Directory.Delete(clone.At("plans"), recursive: true);

        await Command.RunAsync(clone.Folder, "dotnet", "run", "--project", "local", "-p:PublishHandlers=false", "--", "plan");

        var plans = Artifact.Files(Path.Combine(RepositoryRoot.Path, "plans")).ToList();
        Assert.Equal(["dev.yaml", "prod.yaml", "ses.yaml"], plans);
        Assert.Equal(plans, Artifact.Files(clone.At("plans")));
        Assert.All(
            plans,
            plan =>
                Assert.Equal(
                    File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "plans", plan)),
                    File.ReadAllBytes(clone.At($"plans/{plan}"))));
    }
}
