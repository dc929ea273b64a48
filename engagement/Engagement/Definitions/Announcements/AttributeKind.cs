namespace Engagement.Definitions.Announcements;

/// <summary>What the values of an announcement's attribute are.</summary>
public enum AttributeKind
{
    /// <summary>Any text. In the file: <c>text</c>.</summary>
    Text,

    /// <summary>
    /// A URL that begins with https:, http:, mailto: or tel:, so that a template may begin a link with it. In the file: <c>url</c>.
    /// </summary>
    Url,
}
