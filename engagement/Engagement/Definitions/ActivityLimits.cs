using Engagement.Definitions.Journeys;

namespace Engagement.Definitions;

/// <summary>How many activities of a platform a journey takes.</summary>
public sealed record ActivityLimits
{
    /// <summary>Most activities of one journey.</summary>
    public required int Most { get; init; }

    /// <summary>Activities to enter.</summary>
    public required int Enter { get; init; }

    /// <summary>Activities of a message.</summary>
    public required int Send { get; init; }

    /// <summary>Activities of a message that waits for hours.</summary>
    public required int SendBetween { get; init; }

    /// <summary>Activities of a wait.</summary>
    public required int Wait { get; init; }

    /// <summary>Activities that ask what the customer did.</summary>
    public required int Did { get; init; }

    /// <summary>Activities that ask for a segment.</summary>
    public required int Segment { get; init; }

    /// <summary>Activities of a split.</summary>
    public required int Split { get; init; }

    /// <summary>How many a journey takes.</summary>
    public int Of(Journey journey) => Enter + journey.AllSteps.Sum(step => step switch
    {
        JourneyStep.Send => journey.Between is null ? Send : SendBetween,
        JourneyStep.Wait => Wait,
        JourneyStep.If { Condition: JourneyCondition.Did } => Did,
        JourneyStep.If => Segment,
        JourneyStep.Split => Split,
        _ => throw new ArgumentOutOfRangeException(nameof(journey), step, "No journey has such a step."),
    });
}
