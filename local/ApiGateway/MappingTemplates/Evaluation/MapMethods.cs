namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>The methods of <c>java.util.Map</c> that templates may call.</summary>
internal static class MapMethods
{
    /// <summary>What the method answers.</summary>
    /// <exception cref="MissingMethodException">There is no such method.</exception>
    public static object? Call(TemplateMap map, string name, IReadOnlyList<object?> arguments) => (name, arguments.Count) switch
    {
        ("get", 1) => map.GetValueOrDefault(Key(arguments[0])),
        ("getOrDefault", 2) => map.TryGetValue(Key(arguments[0]), out var value) ? value : arguments[1],
        ("containsKey", 1) => map.ContainsKey(Key(arguments[0])),
        ("containsValue", 1) => map.Values.Any(value => Values.AreEqual(value, arguments[0])),
        ("keySet", 0) => new TemplateList(map.Keys),
        ("values", 0) => new TemplateList(map.Values),
        ("entrySet", 0) => new TemplateList(map.Select(pair => new MapEntry(pair.Key, pair.Value))),
        ("size", 0) => Values.FromNumber(map.Count),
        ("isEmpty", 0) => map.Count == 0,
        ("put", 2) => Put(map, Key(arguments[0]), arguments[1]),
        ("putAll", 1) => PutAll(map, arguments[0]),
        ("remove", 1) => map.Remove(Key(arguments[0]), out var removed) ? removed : null,
        _ => throw new MissingMethodException(),
    };

    private static object Key(object? key) => key ?? "";

    private static object? Put(TemplateMap map, object key, object? value)
    {
        var before = map.GetValueOrDefault(key);
        map[key] = value;
        return before;
    }

    private static object? PutAll(TemplateMap map, object? other)
    {
        foreach (var (key, value) in (other as TemplateMap ?? throw new ArgumentException($"a map was expected, not {Values.Describe(other)}")).ToArray())
        {
            map[key] = value;
        }

        return null;
    }
}
