using Engagement.CompanyEvents;

namespace Engagement.Aws.StateMachines;

/// <summary>
/// What a state machine is started with: <c>{"id":"r-1","detail":{"id":"r-1","attributes":{"version":"4.2"},"expiresAt":1801386000}}</c>.
/// Its paths are those of <c>Announcement.asl.json</c>.
/// </summary>
/// <param name="Id">The event's id.</param>
/// <param name="Detail">The event.</param>
internal sealed record ExecutionInput(string Id, ExecutionInput.EventDetail Detail)
{
    public static ExecutionInput From(CompanyEvent companyEvent) =>
        new(companyEvent.Id, new(companyEvent.Id, companyEvent.Attributes, companyEvent.ExpiresAt));

    /// <summary>An event.</summary>
    /// <param name="Id">The event's id.</param>
    /// <param name="Attributes">All of its announcement's attributes.</param>
    /// <param name="ExpiresAt">
    /// When the ledger may forget it, in seconds since 1970: a state machine writes it down and cannot reckon with dates.
    /// </param>
    internal sealed record EventDetail(string Id, IReadOnlyDictionary<string, string> Attributes, long ExpiresAt);
}
