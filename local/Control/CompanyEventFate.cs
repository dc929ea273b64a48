namespace Engagement.Local.Control;

/// <summary>What became of a company event; see <see cref="CompanyEventConservation"/>.</summary>
internal enum CompanyEventFate
{
    Launched,
    Scheduled,
    Held,
    DeadLettered,
    Unaccounted,
}
