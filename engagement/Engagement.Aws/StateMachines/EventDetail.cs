namespace Engagement.Aws.StateMachines;

/// <summary>The <c>detail</c> of a checked event on the bus.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Attributes">All of its announcement's attributes.</param>
/// <param name="ExpiresAt">When the ledger may forget it, in seconds since 1970: a state machine writes it down and cannot reckon with dates.</param>
public sealed record EventDetail(string Id, IReadOnlyDictionary<string, string> Attributes, long ExpiresAt);
