namespace Faults.Tests.Rounds;

/// <summary>A company event that was sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Announcement">Its announcement.</param>
/// <param name="At">When.</param>
/// <param name="IsAccepted">
/// Whether one of its ways answered with success. Without that nobody promised anything, and it may be known all the same.
/// </param>
internal sealed record PublishedEvent(string Id, string Announcement, DateTimeOffset At, bool IsAccepted)
{
    /// <summary>What its messages show.</summary>
    public string Mark => $"[{Id}]";
}
