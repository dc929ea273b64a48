namespace Engagement.Definitions.Templates;

/// <summary>What a word within a tag is.</summary>
internal enum TemplateWordKind
{
    /// <summary>A path or a helper's name.</summary>
    Name,

    /// <summary>A text in quotes, a number, or a word with a meaning of its own such as <c>true</c>.</summary>
    Literal,

    /// <summary>What follows <c>KEY=</c>.</summary>
    Option,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,
}
