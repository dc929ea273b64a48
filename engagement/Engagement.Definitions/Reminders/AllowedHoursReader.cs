using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Definitions.Reminders;

/// <summary>Reads the hours in which messages may come: <c>between</c>.</summary>
internal sealed partial class AllowedHoursReader(DefinitionReader reader)
{
    private const string Key = "between";
    private const int MinutesPerHour = 60;

    /// <param name="fields">What may have the key.</param>
    /// <param name="shortestMinutes">How many minutes of one day it has to allow.</param>
    /// <param name="objection">What to say of fewer.</param>
    public AllowedHours? Read(DefinitionFields fields, double shortestMinutes, string objection)
    {
        if (fields.Value(Key) is not { } value || reader.Text(value, fields.PathOf(Key)) is not { } text)
        {
            return null;
        }

        var match = Hours().Match(text.Value);
        if (!match.Success)
        {
            reader.Report(value, fields.PathOf(Key), $"'{text.Value}' is not like 09:00-20:00; the day ends at 24:00");
            return null;
        }

        var allowed = new AllowedHours(Minute(match, "from"), Minute(match, "to"));
        if (allowed.ToMinute - allowed.FromMinute < shortestMinutes)
        {
            reader.Report(value, fields.PathOf(Key), $"'{text.Value}' {objection}");
        }

        return allowed;
    }

    private static int Minute(Match match, string group)
    {
        var time = match.Groups[group].Value;
        return (int.Parse(time[..2], CultureInfo.InvariantCulture) * MinutesPerHour) + int.Parse(time[3..], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"^(?<from>(?:[01][0-9]|2[0-3]):[0-5][0-9])-(?<to>(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Hours();
}
