namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>Which characters make Velocity's words.</summary>
internal static class Characters
{
    public static bool StartsIdentifier(char character) => char.IsAsciiLetter(character) || character == '_';

    /// <summary>A hyphen is part of a name: <c>$a-b</c> is one reference.</summary>
    public static bool ContinuesIdentifier(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';

    public static bool StartsWord(char character) => char.IsAsciiLetter(character) || character is '_' or '@';

    public static bool ContinuesWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '@';
}
