namespace Engagement.Local.ApiGateway;

/// <summary>A request to a deployed API, and how it was answered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was answered.</param>
/// <param name="ApiId">The API.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the stage, as sent.</param>
/// <param name="Query">Query as sent, without its question mark.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="TraceId">What its calls of AWS say that they belong to; null where it made none.</param>
internal sealed record LoggedRequest(
    string Id, DateTimeOffset At, string ApiId, string Method, string Path, string Query, int Status, string? TraceId);
