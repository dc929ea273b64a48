using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.Ses.Protocol;

namespace Engagement.Local.Ses.ConfigurationSets;

/// <summary>All configuration sets, by name.</summary>
internal sealed class ConfigurationSetStore(CloudContext cloud)
{
    private readonly ConcurrentDictionary<string, ConfigurationSet> sets = new(StringComparer.Ordinal);

    /// <summary>ARN of the set of that name, whether there is one or not.</summary>
    public string Arn(string name) => cloud.Arn("ses", $"configuration-set/{name}");

    /// <exception cref="AwsException"><c>NotFoundException</c>: there is none.</exception>
    public ConfigurationSet Get(string name) =>
        sets.GetValueOrDefault(name) ?? throw SesError.NotFound($"Configuration set <{name}> does not exist.");

    /// <exception cref="AwsException">There is one of that name.</exception>
    public ConfigurationSet Create(string name)
    {
        var set = new ConfigurationSet(name, Arn(name));
        return sets.TryAdd(name, set)
            ? set
            : throw new AwsException(
                System.Net.HttpStatusCode.BadRequest, "AlreadyExistsException", $"Configuration set <{name}> already exists.");
    }

    /// <summary>Removes one; nothing happens where there is none.</summary>
    public void Remove(string name) => sets.TryRemove(name, out _);
}
