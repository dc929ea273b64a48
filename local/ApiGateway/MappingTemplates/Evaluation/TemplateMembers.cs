namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Properties and methods of any value, as far as this evaluator has them.</summary>
internal static class TemplateMembers
{
    private const string OfTexts = "contains, endsWith, equals, isEmpty, length, matches, startsWith, toLowerCase, toUpperCase, trim";
    private const string OfMaps = "containsKey, get, isEmpty, keySet, size";
    private const string OfLists = "contains, isEmpty, size";

    /// <summary>A property's value, or null where the value has none of that name.</summary>
    /// <exception cref="TemplateException">Java has the property and this evaluator does not.</exception>
    public static object? Property(object owner, string name, TemplatePosition position) => owner switch
    {
        VelocityMap map when map.TryGetValue(name, out var value) => value,
        ITemplateObject instance => instance.Property(name, position),
        _ when name is "empty" or "class" or "bytes" =>
            throw new TemplateException(
                $"The property '{name}' of {TemplateValues.Describe(owner)} is not supported by the local gateway", position),
        _ => null,
    };

    /// <summary>What a method answers.</summary>
    /// <exception cref="TemplateException">This evaluator has no such method, or the method refused the arguments.</exception>
    public static object? Call(object owner, string name, IReadOnlyList<object> arguments, TemplatePosition position)
    {
        try
        {
            return owner switch
            {
                ITemplateObject instance => instance.Call(name, arguments, position),
                string text => OfText(text, name, arguments),
                VelocityMap map => OfMap(map, name, arguments),
                VelocityList list => OfList(list, name, arguments),
                _ => throw new MissingMethodException(),
            };
        }
        catch (MissingMethodException missing)
        {
            throw new TemplateException(
                $"The method '{name}' with {arguments.Count} arguments on {TemplateValues.Describe(owner)} is not supported by the local "
                    + $"gateway{missing.Message}",
                position);
        }
        catch (ArgumentException error)
        {
            throw new TemplateException($"The method '{name}' refused its arguments: {error.Message}", position);
        }
    }

    private static object OfText(string text, string name, IReadOnlyList<object> arguments) => (name, arguments) switch
    {
        ("length", []) => (long)text.Length,
        ("isEmpty", []) => text.Length == 0,
        // Java trims characters up to the blank.
        ("trim", []) => text.Trim([.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code)]),
        ("toLowerCase", []) => text.ToLowerInvariant(),
        ("toUpperCase", []) => text.ToUpperInvariant(),
        ("equals", [var other]) => text.Equals(other),
        ("contains", [string part]) => text.Contains(part, StringComparison.Ordinal),
        ("startsWith", [string part]) => text.StartsWith(part, StringComparison.Ordinal),
        ("endsWith", [string part]) => text.EndsWith(part, StringComparison.Ordinal),
        ("matches", [string pattern]) => JavaPattern.Matches(text, pattern),
        ("contains" or "startsWith" or "endsWith" or "matches", [var other]) =>
            throw new ArgumentException($"a text was expected, not {TemplateValues.Describe(other)}"),
        _ => throw Missing(OfTexts),
    };

    private static object? OfMap(VelocityMap map, string name, IReadOnlyList<object> arguments) => (name, arguments) switch
    {
        ("get", [var key]) => map.GetValueOrDefault(key),
        ("containsKey", [var key]) => map.ContainsKey(key),
        ("keySet", []) => new VelocityList(map.Keys),
        ("size", []) => (long)map.Count,
        ("isEmpty", []) => map.Count == 0,
        _ => throw Missing(OfMaps),
    };

    private static object OfList(VelocityList list, string name, IReadOnlyList<object> arguments) => (name, arguments) switch
    {
        ("contains", [var item]) => list.Exists(other => TemplateValues.AreEqual(other, item)),
        ("size", []) => (long)list.Count,
        ("isEmpty", []) => list.Count == 0,
        _ => throw Missing(OfLists),
    };

    private static MissingMethodException Missing(string known) => new($", which has {known}");
}
