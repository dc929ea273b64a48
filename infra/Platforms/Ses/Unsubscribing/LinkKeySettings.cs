using Engagement.Infra.Configuration;
using Engagement.Infra.Identity;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Unsubscribing;

/// <summary>The keys of the links by which customers unsubscribe, under <c>ses:</c>.</summary>
internal sealed record LinkKeySettings
{
    private const string Key = "linkKey";
    private const string Older = "olderLinkKeys";

    // As long as the hash that they are used with (RFC 2104, section 3).
    private const int MinimumKeyLength = 32;

    /// <summary>The key that links are made with, and those that made the links of older messages.</summary>
    public required Output<SigningKeysText> Keys { get; init; }

    /// <summary>
    /// Reads <c>linkKey</c>, at least 32 characters, and <c>olderLinkKeys</c>: the keys before it, with commas between them. A key that
    /// goes makes the links of its messages invalid.
    /// </summary>
    public static LinkKeySettings Read(ConfigReader config)
    {
        var key = config.Secret(Key, MinimumKeyLength);
        if (key is null)
        {
            config.Problem(Key, "is missing; set it with 'pulumi config set --secret ses:linkKey \"$(openssl rand -base64 32)\"'");
        }

        var older = config.Secret(Older, MinimumKeyLength);
        if (older is not null && config.Text(Older)!.Split(',').Any(each => each.Trim().Length < MinimumKeyLength))
        {
            config.Problem(Older, $"holds a key that is shorter than {MinimumKeyLength} characters; commas stand between keys");
        }

        return new()
        {
            Keys = Output.Tuple(key ?? Output.CreateSecret(""), older ?? Output.Create(""))
                .Apply(keys => new SigningKeysText(keys.Item1, null, OlderIn(keys.Item2))),
        };
    }

    private static string[]? OlderIn(string keys) =>
        keys.Length == 0 ? null : keys.Split(',', StringSplitOptions.TrimEntries);
}
