namespace Engagement.Definitions.Templates;

/// <summary>What a file of a template is, which says what it is checked for.</summary>
internal enum TemplateFileKind
{
    /// <summary>Plain text of an e-mail: its subject or its text part.</summary>
    Text,

    /// <summary>The HTML part of an e-mail.</summary>
    Html,

    /// <summary>A text message.</summary>
    Sms,
}
