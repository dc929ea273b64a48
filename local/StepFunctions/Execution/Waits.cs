using System.Globalization;
using System.Text.Json;
using Engagement.Local.StepFunctions.Data;
using Engagement.Local.StepFunctions.Definition;

namespace Engagement.Local.StepFunctions.Execution;

/// <summary>How long Wait states wait.</summary>
internal static class Waits
{
    private const int Longest = 99_999_999;

    /// <exception cref="StateException">The path does not lead to a number of seconds.</exception>
    public static TimeSpan Length(WaitState wait, StateData data)
    {
        if (wait.Seconds is { } seconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        var value = data.Find(wait.SecondsPath!, "SecondsPath");
        return value?.GetValueKind() == JsonValueKind.Number
            && double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) is >= 0 and <= Longest and var number
            ? TimeSpan.FromSeconds(number)
            : throw StateError.Runtime($"The SecondsPath parameter '{wait.SecondsPath}' does not lead to a number of 0 to {Longest}.");
    }
}
