using Engagement.Definitions.Topics;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>Pinpoint's types of text messages, which countries' networks treat differently.</summary>
public static class TextType
{
    /// <summary>The type of a topic's messages.</summary>
    public static string From(TopicKind kind) => kind == TopicKind.Transactional ? "TRANSACTIONAL" : "PROMOTIONAL";
}
