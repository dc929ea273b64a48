using System.Text.Json;
using Engagement.Functions;
using SlideReminders.Sliding;

namespace SlideReminders;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>PINPOINT_APPLICATION_ID</c></summary>
    public required string PinpointApplicationId { get; init; }

    /// <summary><c>LEDGER_TABLE</c>: name of the table that holds what reminders were sent.</summary>
    public required string LedgerTable { get; init; }

    /// <summary><c>SEGMENTS</c>: the segment of each message; a JSON object such as <c>{"appointment.PT2H":{"id":"…","base":"…"}}</c>.</summary>
    public required IReadOnlyDictionary<string, SlidingSegment> Segments { get; init; }

    /// <summary><c>STACK</c>: the environment's name, a dimension of every metric.</summary>
    public required string Stack { get; init; }

    /// <param name="variable">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="EnvironmentException">A variable is missing or of the wrong form; names each.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var environment = new EnvironmentReader(variable);
        var settings = new Settings
        {
            PinpointApplicationId = environment.Required("PINPOINT_APPLICATION_ID"),
            LedgerTable = environment.Required("LEDGER_TABLE"),
            Segments = environment.Required("SEGMENTS", SegmentsIn, "a JSON object of segments") ?? [],
            Stack = environment.Required("STACK"),
        };
        environment.ThrowIfAny();
        return settings;
    }

    private static Dictionary<string, SlidingSegment>? SegmentsIn(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, LambdaJsonContext.Default.DictionaryStringSlidingSegment);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
