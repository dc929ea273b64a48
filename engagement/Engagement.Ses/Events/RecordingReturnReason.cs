using Engagement.Services;

namespace Engagement.Ses.Events;

/// <summary>
/// Why an event goes back to the queue for the sake of a service: values of the metric's dimension <c>Reason</c>, such as
/// <c>archiveFailed</c> and <c>customersThrottled</c>.
/// </summary>
public static class RecordingReturnReason
{
    /// <summary>The archive did not take the event.</summary>
    public static string OfArchive(ServiceFailure failure) => $"archive{failure}";

    /// <summary>What the event says of its customer is not stored.</summary>
    public static string OfCustomers(ServiceFailure failure) => $"customers{failure}";
}
