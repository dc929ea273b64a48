namespace Engagement.Consent;

/// <summary>A page, as it is answered.</summary>
/// <param name="Status">HTTP's status: 200, 404 for a link that this stack has not made, 503 when the page cannot be made.</param>
/// <param name="Html">The page.</param>
public sealed record ShownPage(int Status, string Html);
