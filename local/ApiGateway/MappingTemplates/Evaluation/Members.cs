namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Properties and methods of any value.</summary>
internal static class Members
{
    /// <summary>A property's value, or null where the value has none of that name.</summary>
    public static object? Property(object owner, string name, TemplatePosition position) => owner switch
    {
        TemplateMap map => map.GetValueOrDefault(name) ?? (name == "empty" ? map.Count == 0 : null),
        TemplateList list => name == "empty" ? list.Count == 0 : null,
        string text => name == "empty" ? text.Length == 0 : null,
        ITemplateObject instance => instance.Property(name, position),
        _ => null,
    };

    /// <summary>What a method answers.</summary>
    /// <exception cref="TemplateException">The value has no such method, or it refused the arguments.</exception>
    public static object? Call(object owner, string name, IReadOnlyList<object?> arguments, TemplatePosition position)
    {
        try
        {
            return (name, arguments.Count) switch
            {
                _ when owner is ITemplateObject instance => instance.Call(name, arguments, position),
                ("toString", 0) => Values.Text(owner),
                ("equals", 1) => owner.GetType() == arguments[0]?.GetType() && Values.AreEqual(owner, arguments[0]),
                _ => owner switch
                {
                    string text => TextMethods.Call(text, name, arguments),
                    TemplateMap map => MapMethods.Call(map, name, arguments),
                    TemplateList list => ListMethods.Call(list, name, arguments),
                    _ => throw new MissingMethodException(),
                },
            };
        }
        catch (MissingMethodException)
        {
            throw new TemplateException($"There is no method '{name}' with {arguments.Count} arguments on {Values.Describe(owner)}", position);
        }
        catch (ArgumentException error)
        {
            throw new TemplateException($"The method '{name}' refused its arguments: {error.Message}", position);
        }
    }
}
