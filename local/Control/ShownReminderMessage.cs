namespace Engagement.Local.Control;

/// <summary>One message of a reminder.</summary>
/// <param name="Before">How long before the date it comes, as an ISO 8601 duration.</param>
/// <param name="Customers">How many customers have it ahead, whether it will be sent to them or left out.</param>
/// <param name="Sent">How many were sent, to whatever customer.</param>
internal sealed record ShownReminderMessage(string Before, int Customers, int Sent);
