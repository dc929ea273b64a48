using System.Collections.ObjectModel;

namespace Engagement.Definitions.Topics;

/// <summary>What the page on which customers choose says in one language. Each text is one line.</summary>
public sealed record PageLanguage
{
    /// <summary>Stands in <see cref="Stop"/> for what the topic is about.</summary>
    public const string TopicPlace = "{topic}";

    /// <summary>The language's tag of BCP 47, such as <c>de</c> or <c>pt-BR</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>The button that leaves the message's topic; <see cref="TopicPlace"/> is in it.</summary>
    public required string Stop { get; init; }

    /// <summary>Stands in the button's place for a customer who has left the topic.</summary>
    public required string Stopped { get; init; }

    /// <summary>What the boxes of the topics are for.</summary>
    public required string Choose { get; init; }

    /// <summary>The button that stores what the boxes say.</summary>
    public required string Save { get; init; }

    /// <summary>The button that leaves everything.</summary>
    public required string None { get; init; }

    /// <summary>Which messages still come then.</summary>
    public required string Remaining { get; init; }

    /// <summary>The title for a link that the stack has not made.</summary>
    public required string Invalid { get; init; }

    /// <summary>What its reader can do.</summary>
    public required string InvalidHelp { get; init; }

    /// <summary>The title where the page cannot be made right now.</summary>
    public required string Unavailable { get; init; }

    /// <summary>What that means for the reader.</summary>
    public required string UnavailableHelp { get; init; }

    /// <summary>What the topics are about, by their names; of a topic that is missing, the page shows its own description.</summary>
    public IReadOnlyDictionary<string, string> Topics { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The page's language where no other fits.</summary>
    public static PageLanguage English { get; } = new()
    {
        Tag = "en",
        Title = "E-mails to you",
        Stop = $"Unsubscribe from: {TopicPlace}",
        Stopped = "You have unsubscribed from these e-mails.",
        Choose = "I want e-mails with",
        Save = "Save my choice",
        None = "Unsubscribe from everything",
        Remaining = "E-mails that belong to what you have ordered or arranged with us still come.",
        Invalid = "This link is not valid",
        InvalidHelp = "Please open the whole link from the e-mail again, or reply to the e-mail.",
        Unavailable = "Please try again later",
        UnavailableHelp = "Your choices cannot be shown right now. Nothing has changed.",
    };
}
