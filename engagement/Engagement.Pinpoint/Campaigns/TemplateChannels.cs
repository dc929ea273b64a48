namespace Engagement.Pinpoint.Campaigns;

/// <summary>The channels that a message template has messages for, as a function's environment tells them: <c>email,sms</c>.</summary>
public static class TemplateChannels
{
    /// <summary>Of a template that the environment does not name.</summary>
    public static IReadOnlyList<Channel> Default { get; } = [Channel.Email];

    /// <summary>As the environment tells them.</summary>
    public static string Write(IEnumerable<Channel> channels) =>
        string.Join(',', channels.Select(channel => channel == Channel.Sms ? "sms" : "email"));

    /// <summary>The channels; null when the text is none of theirs.</summary>
    public static IReadOnlyList<Channel>? Parse(string text) => text switch
    {
        "email" => Default,
        "sms" => [Channel.Sms],
        "email,sms" => [Channel.Email, Channel.Sms],
        _ => null,
    };
}
