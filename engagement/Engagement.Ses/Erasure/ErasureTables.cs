using Engagement.Aws.Journeys;
using Engagement.Ses.Customers;

namespace Engagement.Ses.Erasure;

/// <summary>The tables that hold something of a customer.</summary>
/// <param name="Customers">Customers, pointers and dates.</param>
/// <param name="Deliveries">Which messages went to which endpoint.</param>
/// <param name="ReminderLedger">Which endpoint was reminded of what, on a platform that the stack stood on before.</param>
/// <param name="Journeys">Where endpoints are in journeys, and what became of them there.</param>
public sealed record ErasureTables(CustomerTables Customers, string Deliveries, string ReminderLedger, JourneyTables Journeys);
