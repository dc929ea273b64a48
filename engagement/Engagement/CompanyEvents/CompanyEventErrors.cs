namespace Engagement.CompanyEvents;

/// <summary>
/// What the route answers for an event that it refused, with 400: <c>{"errors":[{"key":"attributes.version","message":"is missing"}]}</c>.
/// </summary>
/// <param name="Errors">All that is wrong.</param>
public sealed record CompanyEventErrors(IReadOnlyList<CompanyEventProblem> Errors);
