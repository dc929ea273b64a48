namespace Engagement;

/// <summary>A file holds bytes that are no UTF-8.</summary>
/// <param name="line">The line of the first, from 1.</param>
/// <param name="column">Its column, from 1.</param>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class NotUtf8Exception(int line, int column, string message) : FormatException(message)
{
    /// <summary>The line of the first such byte, from 1.</summary>
    public int Line => line;

    /// <summary>The column of the first such byte, from 1.</summary>
    public int Column => column;
}
