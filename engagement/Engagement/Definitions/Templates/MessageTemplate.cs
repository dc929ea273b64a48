namespace Engagement.Definitions.Templates;

/// <summary>
/// What a campaign or a reminder sends: the folder <c>definitions/templates/NAME</c>. An e-mail is <c>subject.txt</c> (one line),
/// <c>email.html</c> and <c>email.txt</c>; a text message is <c>sms.txt</c>. A folder has one of the two or both, all in Handlebars. What a
/// template shows of a customer or an event has to be something that a definition sets.
/// </summary>
public sealed record MessageTemplate
{
    /// <summary>The folder's name: 1 to 40 letters, digits, <c>_</c> and <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail, for each of a customer's addresses; null when there is none.</summary>
    public EmailMessage? Email { get; init; }

    /// <summary>The text message, for each of a customer's telephone numbers; null when there is none.</summary>
    public TextMessage? Text { get; init; }

    /// <summary>The channels that it has a message for; at least one.</summary>
    public IReadOnlyList<Channel> Channels => [.. Enum.GetValues<Channel>().Where(Speaks)];

    /// <summary>Whether it has a message for a channel.</summary>
    public bool Speaks(Channel channel) => channel switch
    {
        Channel.Email => Email is not null,
        Channel.Sms => Text is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No template has such a channel."),
    };
}
