namespace Engagement.CompanyEvents;

/// <summary>Nothing may be sent.</summary>
/// <param name="Problems">All that is wrong; at least one.</param>
public sealed record CompanyEventRefused(IReadOnlyList<CompanyEventProblem> Problems) : CompanyEventDecision;
