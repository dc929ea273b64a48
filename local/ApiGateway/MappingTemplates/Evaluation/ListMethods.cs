namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>The methods of <c>java.util.List</c> that templates may call.</summary>
internal static class ListMethods
{
    /// <summary>What the method answers.</summary>
    /// <exception cref="MissingMethodException">There is no such method.</exception>
    public static object? Call(TemplateList list, string name, IReadOnlyList<object?> arguments) => (name, arguments.Count) switch
    {
        ("get", 1) => list[Argument.Index(arguments[0], list.Count - 1)],
        ("size", 0) => Values.FromNumber(list.Count),
        ("isEmpty", 0) => list.Count == 0,
        ("contains", 1) => list.Any(item => Values.AreEqual(item, arguments[0])),
        ("indexOf", 1) => Values.FromNumber(list.FindIndex(item => Values.AreEqual(item, arguments[0]))),
        ("add", 1) => Add(list, arguments[0]),
        ("addAll", 1) => AddAll(list, arguments[0]),
        ("set", 2) => Set(list, Argument.Index(arguments[0], list.Count - 1), arguments[1]),
        ("remove", 1) => Remove(list, Argument.Index(arguments[0], list.Count - 1)),
        ("subList", 2) => SubList(list, Argument.Index(arguments[0], list.Count), Argument.Index(arguments[1], list.Count)),
        _ => throw new MissingMethodException(),
    };

    private static bool Add(TemplateList list, object? item)
    {
        list.Add(item);
        return true;
    }

    private static bool AddAll(TemplateList list, object? items)
    {
        list.AddRange([.. items as TemplateList ?? throw new ArgumentException($"a list was expected, not {Values.Describe(items)}")]);
        return list.Count <= TemplateLimits.TextLength ? true : throw new ArgumentException("the list grows without end");
    }

    private static object? Set(TemplateList list, int index, object? item)
    {
        var before = list[index];
        list[index] = item;
        return before;
    }

    private static object? Remove(TemplateList list, int index)
    {
        var item = list[index];
        list.RemoveAt(index);
        return item;
    }

    private static TemplateList SubList(TemplateList list, int first, int end) =>
        first <= end ? new(list[first..end], list.IsJson) : throw new ArgumentException($"{first} lies behind {end}");
}
