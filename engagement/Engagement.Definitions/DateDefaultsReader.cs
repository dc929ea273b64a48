using System.Globalization;
using Engagement.Times;

namespace Engagement.Definitions;

/// <summary>Reads the <c>dates</c> of <c>events.yaml</c>.</summary>
internal sealed class DateDefaultsReader(DefinitionReader reader)
{
    private const string Key = "dates";
    private const int LastHour = 23;

    public DateDefaults? Read(DefinitionFields file, IReadOnlyList<PlannedEvent> events)
    {
        if (file.Value(Key) is not { } node || reader.Fields(node, Key, "attributes", "hour", "zone") is not { } fields)
        {
            return null;
        }

        return new() { Attributes = Attributes(fields, events), Hour = Hour(fields), Zone = Zone(fields) };
    }

    private List<string> Attributes(DefinitionFields fields, IReadOnlyList<PlannedEvent> events)
    {
        var attributes = new List<string>();
        reader.Required(fields, "attributes", "it lists the user attributes that hold dates");
        foreach (var (name, path) in reader.Names(fields, "attributes"))
        {
            if (NameRule.Objection(name.Value) is { } objection)
            {
                reader.Report(name, path, $"the name {objection}");
            }
            else if (NameRule.Objection(DateDefaults.TextOf(name.Value)) is not null)
            {
                reader.Report(
                    name,
                    path,
                    $"is too long: '{DateDefaults.TextOf(name.Value)}' is set along with it, and has more than {Limits.NameLength} "
                        + "characters");
            }
            else if (events.SelectMany(planned => planned.UserAttributes).Contains(DateDefaults.TextOf(name.Value), StringComparer.Ordinal))
            {
                reader.Report(name, path, $"'{DateDefaults.TextOf(name.Value)}' is set along with it, so that no event may list that");
            }

            attributes.Add(name.Value);
        }

        return attributes;
    }

    private int Hour(DefinitionFields fields)
    {
        if (fields.Value("hour") is not { } value)
        {
            return DateDefaults.UsualHour;
        }

        if (value is DefinitionScalar { IsNumber: true } scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= LastHour)
        {
            return hour;
        }

        reader.Report(value, fields.PathOf("hour"), "a whole number from 0 to 23 is expected");
        return DateDefaults.UsualHour;
    }

    private CustomerZone Zone(DefinitionFields fields)
    {
        if (fields.Value("zone") is not { } value || reader.Text(value, fields.PathOf("zone")) is not { } name)
        {
            return CustomerZone.Utc;
        }

        if (CustomerZone.Find(name.Value) is { } zone)
        {
            return zone;
        }

        reader.Report(value, fields.PathOf("zone"), $"'{name.Value}' is no IANA time zone; one such as Europe/Berlin is expected");
        return CustomerZone.Utc;
    }
}
