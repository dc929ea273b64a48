using Engagement.Aws.Erasure;
using Engagement.Ses.Customers;

namespace Engagement.Ses.Erasure;

/// <summary>The tables that hold something of a customer.</summary>
/// <param name="Customers">Customers, pointers and dates.</param>
/// <param name="Deliveries">Which messages went to which endpoint.</param>
/// <param name="Records">Records of reminders and journeys.</param>
public sealed record ErasureTables(CustomerTables Customers, string Deliveries, RecordTables Records);
