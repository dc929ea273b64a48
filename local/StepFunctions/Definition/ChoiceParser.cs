namespace Engagement.Local.StepFunctions.Definition;

/// <summary>Reads what a choice asks.</summary>
internal static class ChoiceParser
{
    private const string PathSuffix = "Path";

    /// <param name="fields">The rule or nested test.</param>
    /// <param name="beside">Fields that may stand beside the test.</param>
    /// <exception cref="DefinitionException">It is malformed.</exception>
    public static ChoiceTest Read(Fields fields, params string[] beside)
    {
        var names = fields.Names.Except(beside).Except(["Variable"]).ToList();
        if (names.Count != 1)
        {
            throw fields.Invalid(
                names.LastOrDefault() ?? "Variable", "SCHEMA_VALIDATION_FAILED: A choice has exactly one comparison operator");
        }

        var name = names[0];
        switch (name)
        {
            case "And":
                return new AllTest([.. fields.List(name).Select(test => Read(test))]);
            case "Or":
                return new AnyTest([.. fields.List(name).Select(test => Read(test))]);
            case "Not":
                return new NotTest(Read(fields.Object(name)));
        }

        var isPath = ChoiceOperators.Find(name) is null && name.EndsWith(PathSuffix, StringComparison.Ordinal);
        var comparison = isPath ? name[..^PathSuffix.Length] : name;
        if (ChoiceOperators.IsLeftOut(comparison))
        {
            throw fields.Invalid(name, $"SCHEMA_VALIDATION_FAILED: The comparison operator {name} is not done by this local cloud");
        }

        if (ChoiceOperators.Find(comparison) is null || (isPath && ChoiceOperators.IsTypeTest(comparison)))
        {
            throw fields.Invalid(name, "SCHEMA_VALIDATION_FAILED: Field is not supported");
        }

        _ = isPath ? fields.Path(name, null) : ChoiceOperators.IsTypeTest(comparison) ? $"{fields.Flag(name)}" : null;
        return new VariableTest(
            fields.Path("Variable", null)
                ?? throw fields.Invalid(
                    "Variable", "SCHEMA_VALIDATION_FAILED: The field is required"), comparison, fields.Node(name), isPath);
    }
}
