namespace Engagement.CustomerFiles;

/// <summary>Reads lines of a file, each by itself.</summary>
internal interface IRowFormat
{
    /// <summary>Reads a line.</summary>
    ImportRow Read(long line, string text);
}
