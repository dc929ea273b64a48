using System.Globalization;
using System.Text.Json;
using Engagement.Local.StepFunctions.Data;
using Engagement.Local.StepFunctions.Definition;

namespace Engagement.Local.StepFunctions.Execution;

/// <summary>How long Wait states wait.</summary>
internal static class Waits
{
    /// <summary>The wait from now on; none for an instant that is past.</summary>
    public static TimeSpan Length(WaitState wait, StateData data, DateTimeOffset now)
    {
        if (wait.Seconds is { } seconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (wait.SecondsPath is { } path)
        {
            var value = data.Find(path, "SecondsPath");
            return value?.GetValueKind() == JsonValueKind.Number && double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) is >= 0 and <= 99_999_999 and var number
                ? TimeSpan.FromSeconds(number)
                : throw StateError.Runtime($"The SecondsPath parameter '{path}' does not lead to a number of 0 to 99999999.");
        }

        var text = wait.Timestamp is not null ? System.Text.Json.Nodes.JsonValue.Create(wait.Timestamp) : data.Find(wait.TimestampPath!, "TimestampPath");
        var until = ChoiceOperators.Timestamp(text) ?? throw StateError.Runtime($"The TimestampPath parameter '{wait.TimestampPath}' does not lead to a timestamp.");
        return until > now ? until - now : TimeSpan.Zero;
    }
}
