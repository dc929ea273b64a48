namespace Engagement.Cli.Customers.Erasing;

/// <summary>A customer who was found, and can be erased.</summary>
/// <param name="Id">How the operator knows the customer.</param>
/// <param name="Endpoints">How many endpoints the customer has.</param>
/// <param name="EraseAsync">Erases the customer, and says what was deleted and what stays.</param>
internal sealed record ErasableCustomer(string Id, int Endpoints, Func<CancellationToken, Task<string>> EraseAsync);
