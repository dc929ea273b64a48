using System.Text.Json.Serialization;

namespace CompatGenerator.Npm;

/// <summary>A pinned package. <see cref="Integrity"/> is npm's own: <c>sha512-</c> and the base64 digest of the tarball.</summary>
internal sealed record NpmPackage
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string Integrity { get; init; }

    /// <summary>The tarball's name as <c>npm pack</c> gives it: <c>@pulumi/aws</c> 7.37.0 is <c>pulumi-aws-7.37.0.tgz</c>.</summary>
    [JsonIgnore]
    public string Tarball => $"{Folder}.tgz";

    [JsonIgnore]
    public string Folder => $"{Name.TrimStart('@').Replace('/', '-')}-{Version}";
}
