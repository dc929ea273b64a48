namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>What became of a campaign's run.</summary>
/// <param name="Attempted">Endpoints that it was to reach.</param>
/// <param name="Delivered">Endpoints that it reached.</param>
/// <param name="AllHandled">Whether no function failed, and every message could be rendered.</param>
internal sealed record DeliveryOutcome(int Attempted, int Delivered, bool AllHandled);
