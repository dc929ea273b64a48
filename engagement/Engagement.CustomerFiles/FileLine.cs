namespace Engagement.CustomerFiles;

/// <summary>A line of a file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">Its text, without its end.</param>
/// <param name="IsCut">Whether it is longer than <see cref="BoundedLines.Longest"/>, and was cut.</param>
public readonly record struct FileLine(long Number, string Text, bool IsCut);
