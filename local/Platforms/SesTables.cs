using Engagement.Local.Cloud;
using Engagement.Ses.Customers;

namespace Engagement.Local.Platforms;

/// <summary>The tables and the stream of a stack on <c>ses</c>, by their physical names.</summary>
/// <param name="Customers">The tables that hold customers.</param>
/// <param name="Runs">The table of campaigns' runs.</param>
/// <param name="Consents">The table of what customers chose; null where the stack has none.</param>
/// <param name="EventStream">The stream that archives events.</param>
internal sealed record SesTables(CustomerTables Customers, string Runs, string? Consents, string EventStream)
{
    private const string Stream = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

    /// <summary>Those of a cloud's stack; null where it stands on another platform, or is not deployed yet.</summary>
    public static SesTables? Find(LocalCloud cloud) =>
        DeployedTables.Find(cloud, "customers") is { } customers
        && DeployedTables.Find(cloud, "customers-pointers") is { } pointers
        && DeployedTables.Find(cloud, "customers-dates") is { } dates
        && DeployedTables.Find(cloud, "campaigns-runs") is { } runs
        && cloud.Graph.Find(Stream, "event-archive")?.Output("name") is { } stream
            ? new(new(customers, pointers, dates), runs, DeployedTables.Find(cloud, "consents"), stream)
            : null;
}
