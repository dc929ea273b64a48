namespace Engagement.Local.Configuration;

/// <summary>What the declarations of <c>Pulumi.yaml</c> do to a stack's settings.</summary>
internal static class ProjectConfig
{
    /// <summary>Adds what the stack does not set.</summary>
    /// <exception cref="FormatException">The stack does not set what it has to; all such settings are named.</exception>
    public static void ApplyTo(Dictionary<ConfigKey, ConfigValue> values, PulumiProject project, string stack, Func<string, string> secrets)
    {
        var missing = new List<FormatException>();
        foreach (var declared in Ordered(project).Where(declared => !IsSet(values, declared)))
        {
            if (declared.Value is { } tree)
            {
                Set(values, declared, ConfigValue.From(tree, () => secrets(declared.Key.ToString())));
            }
            else if (declared.Key.Namespace == project.Name)
            {
                missing.Add(declared.Place.Wrong(
                    $"config.{declared.Key.Name}: stack '{stack}' does not set it, and it has no default; " +
                    $"set it with 'pulumi config set {(declared.IsSecret ? "--secret " : "")}{declared.Key}'."));
            }
        }

        ThrowIfAny(missing);
    }

    /// <summary>Checks values against the types that are declared.</summary>
    /// <exception cref="FormatException">A value is of another type, or in the clear where it has to be encrypted; all are named, without
    /// what they are.</exception>
    public static void Check(Dictionary<ConfigKey, ConfigValue> values, PulumiProject project, Func<string, bool> isSecret) =>
        ThrowIfAny(Ordered(project).Where(declared => declared.Type is not null)
            .SelectMany(declared => Problems(values, declared, isSecret)));

    private static IEnumerable<FormatException> Problems(
        Dictionary<ConfigKey, ConfigValue> values, ConfigDeclaration declared, Func<string, bool> isSecret)
    {
        var value = values[Setting(declared)];
        declared.Path.TryFind(value.Content, out var part);
        if (declared.IsSecret && !value.IsSecret)
        {
            yield return value.Place.Wrong(
                $"{declared.Key}: is a secret, but not encrypted; " +
                $"set another with 'pulumi config set --secret {declared.Key}', for this one has been readable.");
        }

        if (!declared.Type!.Takes(part, isSecret))
        {
            yield return value.Place.Wrong($"{declared.Key}: is not of the type {declared.Type}, which {declared.Place} declares.");
        }
    }

    private static IEnumerable<ConfigDeclaration> Ordered(PulumiProject project) =>
        project.Config.OrderBy(declared => declared.Key.ToString(), StringComparer.Ordinal);

    private static ConfigKey Setting(ConfigDeclaration declared) => declared.Key with { Name = declared.Path.Root };

    private static bool IsSet(Dictionary<ConfigKey, ConfigValue> values, ConfigDeclaration declared) =>
        values.TryGetValue(Setting(declared), out var value) && declared.Path.TryFind(value.Content, out _);

    private static void Set(Dictionary<ConfigKey, ConfigValue> values, ConfigDeclaration declared, ConfigValue value)
    {
        var key = Setting(declared);
        if (declared.Path.IsWhole)
        {
            values[key] = value;
            return;
        }

        try
        {
            var before = values.GetValueOrDefault(key);
            var content = declared.Path.With(before is { IsStructured: true } ? before.Content : null, value.AsPart());
            values[key] = new(before?.Place ?? value.Place, content, IsStructured: true, value.IsSecret || before?.IsSecret == true);
        }
        catch (FormatException e)
        {
            throw declared.Place.Wrong($"config.{declared.Key.Name}: cannot be put into the stack's {key}: {e.Message}.");
        }
    }

    private static void ThrowIfAny(IEnumerable<FormatException> problems)
    {
        var messages = problems.Select(problem => problem.Message).ToList();
        if (messages.Count > 0)
        {
            throw new FormatException(string.Join('\n', messages));
        }
    }
}
