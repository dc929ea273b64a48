namespace CompatGenerator.Writing;

/// <summary>A file to write: its path within the output folder, with forward slashes, and its text.</summary>
internal sealed record GeneratedFile(string Path, string Text);
