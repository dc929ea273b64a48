using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.Sms.Protocol;

namespace Engagement.Local.Sms.ConfigurationSets;

/// <summary>All configuration sets of texts, by name.</summary>
internal sealed class TextConfigurationSets(CloudContext cloud)
{
    private const string Type = "configuration-set";

    private readonly ConcurrentDictionary<string, TextConfigurationSet> sets = new(StringComparer.Ordinal);

    /// <summary>ARN of the set of that name or ARN, whether there is one or not.</summary>
    public string Arn(string name) => name.StartsWith("arn:", StringComparison.Ordinal) ? name : cloud.Arn("sms-voice", $"{Type}/{name}");

    /// <summary>The set of a name or ARN.</summary>
    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>: there is none.</exception>
    public TextConfigurationSet Get(string name) =>
        sets.GetValueOrDefault(name.Split('/')[^1]) is { } set && set.Arn == Arn(name) ? set : throw SmsError.NotFound(Type, name);

    /// <summary>Makes one.</summary>
    /// <exception cref="AwsException"><c>ConflictException</c>: there is one of that name.</exception>
    public TextConfigurationSet Create(string name)
    {
        var set = new TextConfigurationSet(name, Arn(name));
        return sets.TryAdd(name, set) ? set : throw SmsError.Conflict("RESOURCE_ALREADY_EXISTS");
    }

    /// <summary>Removes one; nothing happens where there is none.</summary>
    public void Remove(string name) => sets.TryRemove(name, out _);
}
