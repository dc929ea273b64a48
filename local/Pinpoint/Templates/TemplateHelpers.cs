using System.Globalization;
using HandlebarsDotNet;

namespace Engagement.Local.Pinpoint.Templates;

/// <summary>
/// Helpers that Pinpoint adds to Handlebars' own (user guide, "Using message template helpers"). A template that calls another one is refused
/// where it is stored or fails where it is rendered, rather than showing something else than Pinpoint would.
/// </summary>
internal static class TemplateHelpers
{
    /// <summary>Adds them.</summary>
    public static void Register(IHandlebars handlebars)
    {
        Condition(handlebars, "eq", arguments => Text(arguments[0]) == Text(arguments[1]));
        Condition(handlebars, "neq", arguments => Text(arguments[0]) != Text(arguments[1]));
        Condition(handlebars, "gt", arguments => Compare(arguments) > 0);
        Condition(handlebars, "gte", arguments => Compare(arguments) >= 0);
        Condition(handlebars, "lt", arguments => Compare(arguments) < 0);
        Condition(handlebars, "lte", arguments => Compare(arguments) <= 0);
        Condition(handlebars, "and", arguments => arguments.All(value => HandlebarsUtils.IsTruthyOrNonEmpty(value)));
        Condition(handlebars, "or", arguments => arguments.Any(value => HandlebarsUtils.IsTruthyOrNonEmpty(value)));
        Condition(handlebars, "not", arguments => !HandlebarsUtils.IsTruthyOrNonEmpty(arguments[0]));
        handlebars.RegisterHelper("upper", (_, arguments) => Text(arguments[0]).ToUpperInvariant());
        handlebars.RegisterHelper("lower", (_, arguments) => Text(arguments[0]).ToLowerInvariant());
        handlebars.RegisterHelper("capitalizeFirst", (_, arguments) => Text(arguments[0]) is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "");
    }

    private static void Condition(IHandlebars handlebars, string name, Func<Arguments, bool> holds)
    {
        handlebars.RegisterHelper(name, (_, arguments) => holds(arguments));
        handlebars.RegisterHelper(name, (output, options, context, arguments) =>
        {
            if (holds(arguments))
            {
                options.Template(output, context);
            }
            else
            {
                options.Inverse(output, context);
            }
        });
    }

    private static int Compare(Arguments arguments) =>
        decimal.TryParse(Text(arguments[0]), NumberStyles.Number, CultureInfo.InvariantCulture, out var left)
        && decimal.TryParse(Text(arguments[1]), NumberStyles.Number, CultureInfo.InvariantCulture, out var right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(Text(arguments[0]), Text(arguments[1]));

    private static string Text(object? value) => value is null or UndefinedBindingResult ? "" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
