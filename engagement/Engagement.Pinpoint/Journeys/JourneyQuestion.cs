using Engagement.Journeys;

namespace Engagement.Pinpoint.Journeys;

/// <summary>What an activity of a customer's journey asks: how those who are at a moment go on.</summary>
/// <param name="Journey">Name of the journey.</param>
/// <param name="Version">The version that the activity belongs to.</param>
/// <param name="Moment">The moment, see <see cref="JourneyWays"/>.</param>
/// <param name="Again">Whether it asks once more, after the hours in which no message comes.</param>
public readonly record struct JourneyQuestion(string Journey, string Version, StepPosition Moment, bool Again = false)
{
    private const char Separator = '/';
    private const string AgainMark = "again";

    /// <summary>The activity's data, such as <c>welcome/3f9a1c22b0d4/2</c>.</summary>
    public string Data => string.Join(Separator, Again ? [Journey, Version, Moment.Text, AgainMark] : [Journey, Version, Moment.Text]);

    /// <summary>Whether it is asked as the journey begins.</summary>
    public bool IsFirst => Moment == StepPosition.First && !Again;

    /// <summary>Reads an activity's data; null when they are no question.</summary>
    public static JourneyQuestion? Parse(string data) => data.Split(Separator) switch
    {
        [var journey, var version, var moment] => new(journey, version, new(moment)),
        [var journey, var version, var moment, AgainMark] => new(journey, version, new(moment), Again: true),
        _ => null,
    };
}
