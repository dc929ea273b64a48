namespace Engagement.Infra.Configuration;

/// <summary>Settings that all Lambda functions share, under <c>handlers:</c>.</summary>
internal sealed record HandlerSettings
{
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    private static readonly int[] RetentionsOfCloudWatch =
    [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    ];

    /// <summary><c>arm64</c> (default, cheaper) or <c>x86_64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>How functions are built.</summary>
    public required HandlerPackaging Packaging { get; init; }

    /// <summary>Folder that holds a folder for each published handler; null for the one that the build publishes to.</summary>
    public required string? ArtifactsDirectory { get; init; }

    /// <summary>Memory of one function in MB, 128 to 10,240; 512 by default.</summary>
    public required int MemoryMegabytes { get; init; }

    /// <summary>How long logs are kept, in days; 30 by default.</summary>
    public required int LogRetentionDays { get; init; }

    public static HandlerSettings Read(ConfigReader config) => new()
    {
        Architecture = config.OneOf("architecture", "arm64", "arm64", "x86_64"),
        Packaging = HandlerPackaging.Parse(
            config.OneOf("packaging", "managed", [.. HandlerPackaging.All.Select(packaging => packaging.Name)])),
        ArtifactsDirectory = ArtifactsIn(config),
        MemoryMegabytes = config.WholeNumber("memoryMegabytes", 512, 128, 10_240),
        LogRetentionDays = config.WholeNumberOneOf("logRetentionDays", 30, RetentionsOfCloudWatch),
    };

    private static string? ArtifactsIn(ConfigReader config)
    {
        if (config.Text("artifactsDirectory") is not { } folder)
        {
            return null;
        }

        var path = Path.GetFullPath(folder, RepositoryRoot.Path);
        if (!Directory.Exists(path))
        {
            config.Problem("artifactsDirectory", $"there is no folder '{path}'");
        }

        return path;
    }
}
