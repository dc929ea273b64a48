namespace Engagement.Local.Platforms;

/// <summary>The user of an endpoint.</summary>
/// <param name="UserId">The user's id.</param>
/// <param name="UserAttributes">Attributes of the user, each with its values.</param>
internal sealed record ObservedUser(string? UserId, IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes);
