namespace Engagement.Local.ApiGateway;

/// <summary>How a stage treats requests to a method.</summary>
/// <param name="RateLimit">Requests a second in the long run, or null where they are not throttled.</param>
/// <param name="BurstLimit">Requests at once, or null where they are not throttled.</param>
internal sealed record MethodSettings(double? RateLimit, int? BurstLimit);
