using System.Globalization;

namespace Engagement.Definitions;

/// <summary>One problem in a definition file.</summary>
public sealed record DefinitionError
{
    /// <summary>The file, as it was named to the reader.</summary>
    public required string File { get; init; }

    /// <summary>Line, from 1; 0 when the problem is the file as a whole.</summary>
    public int Line { get; init; }

    /// <summary>Column, from 1; 0 when the problem is the file as a whole.</summary>
    public int Column { get; init; }

    /// <summary>The keys that lead there, such as <c>events.purchase_success.identity</c>; empty at the top of the file.</summary>
    public string KeyPath { get; init; } = "";

    /// <summary>What is wrong, and what would be right.</summary>
    public required string Message { get; init; }

    /// <summary><c>file:line:column: key.path: message</c>, without the parts that are absent.</summary>
    public override string ToString()
    {
        var place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
        return KeyPath.Length == 0 ? $"{place}: {Message}" : $"{place}: {KeyPath}: {Message}";
    }
}
