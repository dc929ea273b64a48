using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.Ses.Erasure;

namespace Engagement.Cli.Customers.Erasing;

/// <summary>Erases customers of a stack that keeps them itself.</summary>
internal static class StoredErasure
{
    private const string Staying = """
        What this command does not reach:
          the archive      holds the user's id and what events said, until eventStream:retentionDays ends it.
          backups          hold all of it for 35 days.
          queues           requests that wait there, dead-letter queues too, are stored when they come out.
          consents         what the address was not to be sent stays, by a hash of it: forgetting would let messages go there again.
          SES              its suppression list keeps an address that bounced or complained.
          other customers  an endpoint that went to another user keeps the id of the user that it had before.
        A request that names the customer later makes the customer anew. So does an announcement that is being sent right now
        and sets an attribute: run the command again when it has ended.
        """;

    /// <exception cref="CommandException">There is no such customer, or there are several.</exception>
    public static async Task<ErasableCustomer> FindAsync(
        OperatedStack stack, NamedCustomer named, ParseResult arguments, CancellationToken cancellation)
    {
        var customers = await named.FindAsync(arguments, stack.Customers, cancellation);
        if (customers.Count > 1)
        {
            throw new CommandException(
                $"{customers.Count} customers have this address. Name the one to delete: "
                    + string.Join(", ", customers.Select(each => each.Id).Order(StringComparer.Ordinal)));
        }

        var tables = new ErasureTables(stack.Tables, stack.DeliveriesTable, stack.Records);
        var erasure = new CustomerErasure(stack.DynamoDb, tables, stack.Time, stack.Calls);
        var id = customers[0].Id;
        return new(id, customers[0].Endpoints.Count, async erasing => Report(await erasure.EraseAsync(id, erasing)));
    }

    private static string Report(ErasedCustomer erased) => $"""
        Deleted:
          customers          {erased.Customers}, with {erased.Endpoints} endpoints
          endpoint pointers  {erased.EndpointPointers}
          address pointers   {erased.AddressPointers}
          dates              {erased.Dates}
          deliveries         {erased.Deliveries}
          reminders          {erased.Records.Reminders}
          journeys           {erased.Records.Journeys}, with {erased.Records.JourneyNotes} notes
        {Staying}
        """;
}
