using Engagement.CompanyEvents;

namespace PublishCompanyEvent.Publishing;

/// <summary>Something is wrong with it; nothing was done.</summary>
/// <param name="Problems">All that is wrong.</param>
internal sealed record Refused(IReadOnlyList<CompanyEventProblem> Problems) : Publication;
