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
        Condition(handlebars, "eq", 2, arguments => Text(arguments[0]) == Text(arguments[1]));
        Condition(handlebars, "neq", 2, arguments => Text(arguments[0]) != Text(arguments[1]));
        Condition(handlebars, "gt", 2, arguments => Compare(arguments) > 0);
        Condition(handlebars, "gte", 2, arguments => Compare(arguments) >= 0);
        Condition(handlebars, "lt", 2, arguments => Compare(arguments) < 0);
        Condition(handlebars, "lte", 2, arguments => Compare(arguments) <= 0);
        Condition(handlebars, "and", 1, arguments => arguments.All(value => HandlebarsUtils.IsTruthyOrNonEmpty(value)));
        Condition(handlebars, "or", 1, arguments => arguments.Any(value => HandlebarsUtils.IsTruthyOrNonEmpty(value)));
        Condition(handlebars, "not", 1, arguments => !HandlebarsUtils.IsTruthyOrNonEmpty(arguments[0]));
        Words(handlebars, "upper", text => text.ToUpperInvariant());
        Words(handlebars, "lower", text => text.ToLowerInvariant());
        Words(handlebars, "capitalizeFirst", text => text is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "");
    }

    private static void Words(IHandlebars handlebars, string name, Func<string, string> change) =>
        handlebars.RegisterHelper(name, (_, arguments) => change(Text(Checked(name, arguments, 1)[0])));

    private static Arguments Checked(string name, Arguments arguments, int least) =>
        arguments.Length >= least ? arguments : throw new HandlebarsException($"{name} takes at least {least} values.");

    private static void Condition(IHandlebars handlebars, string name, int least, Func<Arguments, bool> holds)
    {
        handlebars.RegisterHelper(name, (_, arguments) => holds(Checked(name, arguments, least)));
        handlebars.RegisterHelper(name, (output, options, context, arguments) =>
        {
            if (holds(Checked(name, arguments, least)))
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
