namespace Handlers.Tests.Artifacts;

/// <summary>
/// A function's folder holds what its code uses, and no other client, parser or library: each assembly costs size and start.
/// </summary>
public class ArtifactTests
{
    // Beside this assembly's folder: artifacts/bin/NAME/CONFIGURATION.
    private static readonly DirectoryInfo Here = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static TheoryData<string> Functions =>
    [
        "AskJourney", "DeployJourneys", "FilterAudience", "LaunchCampaigns", "MoveCustomers", "ProvisionPinpoint",
        "PublishCompanyEvent", "RecordFeedback", "RecordPixelEvents", "SelectReminders", "SendCampaign", "SendReminders",
        "ShowSubscriptions", "SlideReminders", "SweepDue", "TendJourneys", "Unsubscribe", "WriteUserAttributes",
    ];

    [Theory]
    [MemberData(nameof(Functions))]
    public void An_artifact_holds_the_assemblies_that_its_code_uses(string function)
    {
        var folder = Path.Combine(Here.Parent!.Parent!.FullName, function, Here.Name);
        var present = Directory.GetFiles(folder, "*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);
        Assert.Equal(CodeClosure.Find(folder, function).Order(StringComparer.Ordinal), present);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void No_artifact_reads_YAML(string function) =>
        Assert.DoesNotContain(
            "YamlDotNet",
            Directory.GetFiles(Path.Combine(Here.Parent!.Parent!.FullName, function, Here.Name))
                .Select(file => Path.GetFileNameWithoutExtension(file)));
}
