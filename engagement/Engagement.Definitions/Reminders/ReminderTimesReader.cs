using Engagement.Times;

namespace Engagement.Definitions.Reminders;

/// <summary>Reads when a reminder comes: its <c>before</c> and <c>between</c>.</summary>
internal sealed class ReminderTimesReader(DefinitionReader reader)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private readonly AllowedHoursReader hours = new(reader);

    /// <returns>The longest first.</returns>
    public List<TimeSpan> Before(DefinitionFields reminder)
    {
        const string key = "before";
        var lengths = new List<TimeSpan>();
        if (reader.Required(reminder, key, "it says how long before the date each message comes, such as [P7D, PT2H]") is not { } node)
        {
            return lengths;
        }

        if (node is DefinitionList { Items.Count: 0 })
        {
            reader.Report(node, reminder.PathOf(key), "is empty; at least one duration is needed");
        }

        foreach (var (value, path) in reader.Values(node, reminder.PathOf(key)))
        {
            if (Length(value, path) is not { } length)
            {
                continue;
            }

            if (lengths.Contains(length))
            {
                reader.Report(value, path, $"'{value.Value}' is as long as another one");
            }

            lengths.Add(length);
        }

        return [.. lengths.OrderDescending()];
    }

    public AllowedHours? Between(DefinitionFields reminder) =>
        hours.Read(
            reminder,
            AllowedHours.ShortestMinutes,
            "does not allow two hours of one day: reminders go out hour by hour, and zones may be half an hour off");

    private TimeSpan? Length(DefinitionScalar value, string path)
    {
        if (IsoDuration.Parse(value.Value) is not { } length)
        {
            reader.Report(
                value, path, $"'{value.Value}' is no duration; ISO 8601 with weeks, days or hours is expected, such as P7D or PT2H");
            return null;
        }

        if (length < Shortest || length > Longest || length.Ticks % TimeSpan.TicksPerHour != 0)
        {
            reader.Report(value, path, $"'{value.Value}' is not a number of whole hours from PT1H to P365D");
            return null;
        }

        return length;
    }
}
