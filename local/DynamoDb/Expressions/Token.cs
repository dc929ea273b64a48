namespace Engagement.Local.DynamoDb.Expressions;

internal enum TokenKind
{
    /// <summary>An attribute name, a keyword or a function's name.</summary>
    Word,

    /// <summary><c>#name</c>.</summary>
    NamePlaceholder,

    /// <summary><c>:value</c>.</summary>
    ValuePlaceholder,

    /// <summary>A whole number, as an index.</summary>
    Number,

    /// <summary>An operator or bracket.</summary>
    Symbol,

    End,
}

/// <param name="Text">As written.</param>
/// <param name="Start">Where it begins in the expression.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public bool Is(string word) =>
        Kind is TokenKind.Word or TokenKind.Symbol && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
