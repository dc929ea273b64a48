namespace Engagement.Definitions.Announcements;

/// <summary>What turns a company event into campaigns.</summary>
public enum AnnouncementRoute
{
    /// <summary>
    /// A journey that the company endpoint enters, and that calls the function which launches the campaigns. In the file: <c>journey</c>.
    /// </summary>
    Journey,

    /// <summary>A state machine. In the file: <c>stepFunctions</c>.</summary>
    StepFunctions,

    /// <summary>The stack itself, which declares the campaigns; no event is involved. In the file: <c>schedule</c>.</summary>
    Schedule,
}
