using System.Text.RegularExpressions;

namespace Engagement.Local.Definitions;

/// <summary>Which files of a folder are definitions, by their paths below it.</summary>
internal static partial class DefinitionPath
{
    /// <summary>
    /// Whether a path is a file of definitions or of a template. No such path leads out of the folder: its parts hold letters, digits,
    /// <c>_</c> and <c>-</c>, and a point before the kind of file.
    /// </summary>
    public static bool IsDefinition(string path) => Pattern().IsMatch(path);

    [GeneratedRegex(@"\A(?:[a-z][a-z0-9-]*(?:\.examples)?\.yaml|templates/[A-Za-z0-9_-]+/[a-z]+\.(?:html|txt))\z")]
    private static partial Regex Pattern();
}
