namespace Engagement.Aws.Erasure;

/// <summary>How much was deleted of endpoints in the tables that a stack has on every platform.</summary>
/// <param name="Reminders">Records of reminders.</param>
/// <param name="Journeys">Where endpoints were in journeys.</param>
/// <param name="JourneyNotes">Notes of what became of them there.</param>
public sealed record ErasedRecords(int Reminders, int Journeys, int JourneyNotes)
{
    /// <summary>All items that were deleted.</summary>
    public int Total => Reminders + Journeys + JourneyNotes;
}
