namespace Engagement.Local.Cloud;

/// <summary>One deployment at a time, as with the engine.</summary>
internal sealed class UpdateInProgressException() : InvalidOperationException(
    "Another update is in progress; deploy again when it has ended.");
