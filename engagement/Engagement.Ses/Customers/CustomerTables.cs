using Engagement.Functions;

namespace Engagement.Ses.Customers;

/// <summary>The tables that hold customers.</summary>
/// <param name="Customers">One item a customer, and nothing else, so that a scan reads customers alone.</param>
/// <param name="Pointers">From endpoints and hashed addresses to their customers.</param>
/// <param name="Dates">The index of customers' dates.</param>
public sealed record CustomerTables(string Customers, string Pointers, string Dates)
{
    /// <summary>
    /// Reads <c>CUSTOMERS_TABLE</c>, <c>POINTERS_TABLE</c> and <c>DATES_TABLE</c>; a missing variable is noted as a problem.
    /// </summary>
    public static CustomerTables Read(EnvironmentReader environment) => new(
        environment.Required("CUSTOMERS_TABLE"), environment.Required("POINTERS_TABLE"), environment.Required("DATES_TABLE"));
}
