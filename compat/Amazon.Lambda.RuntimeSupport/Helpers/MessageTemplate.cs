using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A message such as <c>bought {count} of {product}</c> with its arguments filled in; <c>{0}</c> counts places, names are filled in order.</summary>
internal sealed partial class MessageTemplate
{
    private readonly List<KeyValuePair<string, object>> properties = [];

    public MessageTemplate(string template, object[] args)
    {
        if (args is not { Length: > 0 })
        {
            Text = template;
            return;
        }

        var names = Placeholder().Matches(template).Select(match => match.Groups["name"].Value.Trim()).ToList();
        var positional = CountsPlaces(names);
        var next = 0;
        Text = Placeholder().Replace(template, match =>
        {
            var index = positional ? int.Parse(names[next], CultureInfo.InvariantCulture) : next;
            var name = names[next++];
            if (index >= args.Length)
            {
                return positional ? "" : match.Value;
            }

            if (args[index] == null)
            {
                return match.Value;
            }

            properties.Add(new(name, args[index]));
            return Show(args[index], match.Groups["format"] is { Success: true, Value: var format } ? format.Trim() : null);
        });
    }

    public string Text { get; }

    /// <summary>The arguments that are set, by the names that the template gives them.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Properties => properties;

    public static string Show(object value, string format) => value switch
    {
        IFormattable formattable when !string.IsNullOrEmpty(format) => formattable.ToString(format, CultureInfo.CurrentCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static bool CountsPlaces(List<string> names)
    {
        var places = names.Select(name => int.TryParse(name, NumberStyles.Integer, CultureInfo.InvariantCulture, out var place) ? place : -1).Distinct().ToList();
        return places.Count > 0 && places.Min() == 0 && places.Max() == places.Count - 1;
    }

    [GeneratedRegex(@"(?<!\{)\{@?(?<name>[^{}:]+)(:(?<format>[^{}]*))?\}")]
    private static partial Regex Placeholder();
}
