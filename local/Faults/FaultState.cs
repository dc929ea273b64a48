namespace Engagement.Local.Faults;

/// <summary>A fault in force, and what it has done so far.</summary>
/// <param name="Id">Tells it from the others of this cloud.</param>
/// <param name="Fault">As it was asked for, with what was left to default: operation, status, rate and seed.</param>
/// <param name="Matched">Calls that it could have struck.</param>
/// <param name="Struck">Calls that it did strike.</param>
internal sealed record FaultState(long Id, FaultRequest Fault, long Matched, long Struck);
