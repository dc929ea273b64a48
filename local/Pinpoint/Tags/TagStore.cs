using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Tags;

/// <summary>The tags of everything that can be tagged, by ARN. Keys are case-sensitive.</summary>
internal sealed class TagStore
{
    /// <summary>Tags a resource may have (service model, TagsModel).</summary>
    public const int MaximumTags = 50;

    /// <summary>Longest key in characters (service model, TagsModel).</summary>
    public const int MaximumKey = 128;

    /// <summary>Longest value in characters (service model, TagsModel).</summary>
    public const int MaximumValue = 256;

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> tags = new(StringComparer.Ordinal);

    /// <summary>Makes a resource taggable, with its first tags.</summary>
    /// <exception cref="AwsException">The tags break a limit.</exception>
    public void Register(string arn, IReadOnlyDictionary<string, string>? first) =>
        tags[arn] = Checked(first ?? new Dictionary<string, string>());

    /// <summary>Forgets a resource and all below it.</summary>
    public void Remove(string arn)
    {
        foreach (var known in tags.Keys.Where(known => known == arn || known.StartsWith($"{arn}/", StringComparison.Ordinal)).ToList())
        {
            tags.TryRemove(known, out _);
        }
    }

    /// <summary>A resource's tags as answers show them: null where it has none.</summary>
    public IReadOnlyDictionary<string, string>? Find(string arn) => tags.TryGetValue(arn, out var found) && found.Count > 0 ? found : null;

    /// <summary>Checks the tags of a resource that is to be created.</summary>
    /// <exception cref="AwsException">They break a limit.</exception>
    public static void Check(IReadOnlyDictionary<string, string>? first) => Checked(first ?? new Dictionary<string, string>());

    /// <summary>A resource's tags.</summary>
    /// <exception cref="AwsException">There is no such resource.</exception>
    public IReadOnlyDictionary<string, string> Get(string arn) =>
        tags.TryGetValue(arn, out var found) ? found : throw PinpointError.NotFound(arn);

    /// <summary>Adds tags, replacing the values of keys that are there already.</summary>
    public void Add(string arn, IReadOnlyDictionary<string, string> added) => Change(arn, current => current.Concat(added));

    /// <summary>Removes the tags with these keys; a key that is not there makes no difference.</summary>
    public void Remove(string arn, IReadOnlyCollection<string> keys) =>
        Change(arn, current => current.Where(tag => !keys.Contains(tag.Key)));

    private static Dictionary<string, string> Checked(IEnumerable<KeyValuePair<string, string>> all)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in all)
        {
            result[key] = key.Length is > 0 and <= MaximumKey && value is { Length: <= MaximumValue }
                ? value
                : throw PinpointError.BadRequest($"A tag has a key of 1 to {MaximumKey} and a value of up to {MaximumValue} characters.");
        }

        return result.Count <= MaximumTags ? result : throw PinpointError.BadRequest($"A resource has at most {MaximumTags} tags.");
    }

    private void Change(string arn, Func<IReadOnlyDictionary<string, string>, IEnumerable<KeyValuePair<string, string>>> change)
    {
        IReadOnlyDictionary<string, string> current;
        Dictionary<string, string> next;
        do
        {
            current = Get(arn);
            next = Checked(change(current));
        }
        while (!tags.TryUpdate(arn, next, current));
    }
}
