namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>A template's variables while it runs, and how much it has done.</summary>
internal sealed class Scope(IReadOnlyDictionary<string, object?> variables)
{
    private readonly Dictionary<string, object?> variables = new(variables, StringComparer.Ordinal);

    private int steps;

    /// <summary>The statement that runs.</summary>
    public TemplatePosition Position { get; private set; } = new(1, 1);

    /// <summary>A variable's value, or null where there is none.</summary>
    public object? this[string name]
    {
        get => variables.GetValueOrDefault(name);
        set => variables[name] = value;
    }

    /// <summary>Whether there is such a variable.</summary>
    public bool Contains(string name) => variables.ContainsKey(name);

    /// <summary>Forgets a variable.</summary>
    public void Remove(string name) => variables.Remove(name);

    /// <summary>Counts one statement.</summary>
    /// <exception cref="TemplateException">The template has run more than <see cref="TemplateLimits.Steps"/>.</exception>
    public void Step(TemplatePosition position)
    {
        Position = position;
        if (++steps > TemplateLimits.Steps)
        {
            throw new TemplateException($"The template runs more than {TemplateLimits.Steps} statements", position);
        }
    }
}
