using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CompatGenerator.AwsSdk;

/// <summary>One of <c>Services/*.yaml</c>: what to take from a service, and what its npm client does not tell.</summary>
internal sealed class Service
{
    /// <summary>The npm client, pinned in <c>npm-packages.json</c>.</summary>
    public required string Package { get; set; }

    /// <summary>The NuGet package that the result stands in for; also its folder under <c>compat/</c> and its assembly.</summary>
    public required string Id { get; set; }

    /// <summary>That package's version, sent in the user agent.</summary>
    public required string Version { get; set; }

    /// <summary>The name in <c>Amazon{Name}Client</c>.</summary>
    public required string Name { get; set; }

    public required string ServiceId { get; set; }

    public required string ApiVersion { get; set; }

    /// <summary>The first label of the default host name.</summary>
    public required string EndpointPrefix { get; set; }

    public required string SigningName { get; set; }

    /// <summary>What stands before the operation's name in <c>X-Amz-Target</c>: AWS JSON. Absent: REST-JSON.</summary>
    public string? TargetPrefix { get; set; }

    /// <summary>The version of AWS JSON, where there is a <see cref="TargetPrefix"/>. Absent: 1.1.</summary>
    public string? JsonVersion { get; set; }

    public required IList<string> Operations { get; set; }

    /// <summary>
    /// The C# type of each number, by <c>Structure.Member</c>: <c>int</c>, <c>long</c> or <c>double</c>. Of a list or map, its elements'
    /// type.
    /// </summary>
    public required IDictionary<string, string> Numbers { get; set; }

    /// <summary>Structures of which the name alone is generated; members that refer to them are left out.</summary>
    public HashSet<string> Omitted { get; set; } = [];

    /// <summary>The package's name without its vendor: of namespaces and pages, where the clients have another name too.</summary>
    public string PackageName => Id["AWSSDK.".Length..];

    public string Namespace => $"Amazon.{PackageName}";

    public static Service Read(string file)
    {
        var deserializer = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithEnforceRequiredMembers()
            .Build();
        using var reader = new StreamReader(file);
        try
        {
            return deserializer.Deserialize<Service>(reader);
        }
        catch (YamlException exception)
        {
            throw new GeneratorException(
                $"{file}, line {exception.Start.Line}: {exception.InnerException?.Message ?? exception.Message}",
                exception);
        }
    }
}
