using YamlDotNet.Core;

namespace Engagement.Definitions;

/// <summary>
/// Reads one definition file and collects every problem instead of stopping at the first. Each method reports what is wrong and
/// returns something harmless, so that the reading goes on; <see cref="ThrowIfAny"/> ends it.
/// </summary>
/// <param name="file">The file's name, as errors show it.</param>
/// <param name="limits">What the platform takes; null: no platform's limits are checked.</param>
internal sealed class DefinitionReader(string file, PlatformLimits? limits = null)
{
    // What a reader can take in, and what bounds the memory that a hostile file takes.
    private const int MostErrors = 100;
    private const int LongestText = 500;

    private readonly List<DefinitionError> errors = [];

    /// <summary>What the platform takes.</summary>
    public PlatformLimits Limits => limits ?? PlatformLimits.None;

    /// <summary>What was reported so far, in the order of the file.</summary>
    public IEnumerable<DefinitionError> Errors =>
        errors.OrderBy(error => error.Line).ThenBy(error => error.Column).Select(
            error => error.Line == int.MaxValue ? error with { Line = 0 } : error);

    /// <exception cref="DefinitionException">The file does not exist, cannot be read, or is no text.</exception>
    public static string TextOf(string path) => DefinitionFile.Read(path, Path.GetDirectoryName(Path.GetFullPath(path))!);

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <returns>The file's root, or null after a report that it is empty or no YAML.</returns>
    public DefinitionNode? Root(string text, string needs)
    {
        try
        {
            var root = YamlTree.Read(text);
            if (root is null or DefinitionScalar { IsNothing: true })
            {
                Report($"the file is empty; it needs {needs}");
                return null;
            }

            return root;
        }
        catch (YamlException exception)
        {
            var (line, column) = Tab(text, exception) ?? ((int)exception.Start.Line, (int)exception.Start.Column);
            Report(line, column, "", $"not valid YAML: {exception.Message}");
            return null;
        }
    }

    // Of a tab in the indentation the parser tells that it is there, but not where.
    private static (int Line, int Column)? Tab(string text, YamlException exception)
    {
        if (!exception.Message.Contains("tab", StringComparison.Ordinal))
        {
            return null;
        }

        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, each => each.AsSpan().TrimStart(' ').StartsWith('\t'));
        return line < 0 ? null : (line + 1, lines[line].IndexOf('\t', StringComparison.Ordinal) + 1);
    }

    /// <summary>Reports a problem of the file as a whole.</summary>
    public void Report(string message) => Add([new() { File = file, Message = Shortened(message) }]);

    /// <summary>Adds problems that were found elsewhere.</summary>
    public void Add(IEnumerable<DefinitionError> found)
    {
        foreach (var error in found.Take(MostErrors + 1 - errors.Count))
        {
            errors.Add(
                errors.Count < MostErrors
                    ? error
                    : new() { File = file, Line = int.MaxValue, Message = $"has more than {MostErrors} mistakes; mend these first" });
        }
    }

    public void Report(DefinitionNode at, string keyPath, string message) => Report(at.Line, at.Column, keyPath, message);

    /// <exception cref="DefinitionException">Something was reported.</exception>
    public void ThrowIfAny()
    {
        if (errors.Count > 0)
        {
            throw new DefinitionException([.. Errors]);
        }
    }

    /// <summary>Reads a mapping that may hold these keys and no other.</summary>
    public DefinitionFields? Fields(DefinitionNode node, string keyPath, params string[] keys)
    {
        if (Mapping(node, keyPath) is not { } mapping)
        {
            return null;
        }

        var known = new Dictionary<string, DefinitionEntry>(StringComparer.Ordinal);
        foreach (var entry in Once(mapping, keyPath))
        {
            if (keys.Contains(entry.Name, StringComparer.Ordinal))
            {
                known.Add(entry.Name, entry);
            }
            else
            {
                Report(entry.Key, Join(keyPath, entry.Name), $"unknown key{NearestName.Hint(entry.Name, keys)}");
            }
        }

        return new DefinitionFields(mapping, keyPath, known);
    }

    /// <summary>Reads a mapping whose keys are names that the author chose.</summary>
    public IEnumerable<DefinitionEntry> Entries(DefinitionNode node, string keyPath) =>
        Mapping(node, keyPath) is { } mapping ? Once(mapping, keyPath) : [];

    /// <summary>The value of a key that must be there.</summary>
    public DefinitionNode? Required(DefinitionFields fields, string key, string expected)
    {
        var value = fields.Value(key);
        if (value is null)
        {
            Report(fields.Mapping, fields.PathOf(key), $"is missing; {expected}");
        }

        return value;
    }

    public bool Boolean(DefinitionFields fields, string key, bool otherwise)
    {
        if (fields.Value(key) is not { } value)
        {
            return otherwise;
        }

        if (value is DefinitionScalar { AsBoolean: { } boolean })
        {
            return boolean;
        }

        Report(value, fields.PathOf(key), $"true or false is expected, not {Shown(value)}");
        return otherwise;
    }

    /// <summary>The text of an optional key.</summary>
    public string? Text(DefinitionFields fields, string key) =>
        fields.Value(key) is { } value ? Text(value, fields.PathOf(key))?.Value : null;

    public DefinitionScalar? Text(DefinitionNode value, string keyPath)
    {
        if (value is DefinitionScalar { IsNothing: false } scalar)
        {
            return scalar;
        }

        Report(value, keyPath, $"a text is expected, not {value.Kind}");
        return null;
    }

    /// <summary>One of several words.</summary>
    /// <returns>The word; null after a report that it is another one.</returns>
    public string? Word(DefinitionNode value, string keyPath, params string[] words)
    {
        if (Text(value, keyPath) is not { } word || words.Contains(word.Value, StringComparer.Ordinal))
        {
            return (value as DefinitionScalar)?.Value;
        }

        Report(word, keyPath, $"'{word.Value}' is not one of {string.Join(", ", words)}");
        return null;
    }

    /// <summary>The items of an optional list of names; each with the path that leads to it. A name given twice is reported.</summary>
    public IEnumerable<(DefinitionScalar Name, string KeyPath)> Names(DefinitionFields fields, string key) =>
        fields.Value(key) is { } value ? Items(value, fields.PathOf(key), "names", Name) : [];

    /// <summary>
    /// The items of a list of values, as they are written; each with the path that leads to it. A value given twice is reported.
    /// </summary>
    public IEnumerable<(DefinitionScalar Value, string KeyPath)> Values(DefinitionNode value, string keyPath) =>
        Items(value, keyPath, "values", Text);

    private IEnumerable<(DefinitionScalar Item, string KeyPath)> Items(
        DefinitionNode value, string keyPath, string noun, Func<DefinitionNode, string, DefinitionScalar?> read)
    {
        if (value is not DefinitionList list)
        {
            Report(value, keyPath, $"a list of {noun} is expected, not {value.Kind}");
            yield break;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var path = $"{keyPath}[{i}]";
            if (read(list.Items[i], path) is not { } item)
            {
                continue;
            }

            if (seen.TryAdd(item.Value, item.Line))
            {
                yield return (item, path);
            }
            else
            {
                Report(item, path, $"'{item.Value}' is given twice; first on line {seen[item.Value]}");
            }
        }
    }

    private DefinitionScalar? Name(DefinitionNode item, string keyPath)
    {
        if (item is DefinitionScalar { IsNothing: false, AsBoolean: null, IsNumber: false } name)
        {
            return name;
        }

        Report(item, keyPath, $"a name is expected, not {Shown(item)}");
        return null;
    }

    private DefinitionMapping? Mapping(DefinitionNode node, string keyPath)
    {
        if (node is DefinitionMapping mapping)
        {
            return mapping;
        }

        Report(node, keyPath, $"a mapping is expected, not {node.Kind}");
        return null;
    }

    private List<DefinitionEntry> Once(DefinitionMapping mapping, string keyPath)
    {
        var first = new Dictionary<string, DefinitionEntry>(StringComparer.Ordinal);
        var entries = new List<DefinitionEntry>();
        foreach (var entry in mapping.Entries)
        {
            if (first.TryAdd(entry.Name, entry))
            {
                entries.Add(entry);
            }
            else
            {
                Report(entry.Key, Join(keyPath, entry.Name), $"is given twice; first on line {first[entry.Name].Key.Line}");
            }
        }

        return entries;
    }

    public void Report(int line, int column, string keyPath, string message) =>
        Add([new() { File = file, Line = line, Column = column, KeyPath = Shortened(keyPath), Message = Shortened(message) }]);

    private static string Shortened(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";

    private static string Shown(DefinitionNode node) =>
        node is DefinitionScalar { IsNothing: false } scalar ? $"{scalar.Kind} ('{scalar.Value}')" : node.Kind;
}
