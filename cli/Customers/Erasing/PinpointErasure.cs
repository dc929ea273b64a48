using System.CommandLine;
using Engagement.Aws.Erasure;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.Customers;
using Engagement.Pinpoint.Erasure;

namespace Engagement.Cli.Customers.Erasing;

/// <summary>
/// Erases customers of a stack whose platform keeps them: the stack's records of their endpoints first, because Pinpoint alone tells which
/// these are. So an erasure that was interrupted goes on when the command is given again.
/// </summary>
internal static class PinpointErasure
{
    private const string Staying = """
        What this command does not reach:
          the event stream  holds the endpoint's and user's ids and what events said, until eventStream:retentionDays ends it.
          backups           hold the stack's records for 35 days.
          queues            requests that wait there, dead-letter queues too, are recorded when they come out.
        A request that names the customer later makes the customer anew.
        """;

    /// <exception cref="CommandException">There is no such customer.</exception>
    public static async Task<ErasableCustomer> FindAsync(
        OperatedStack stack, NamedCustomer named, ParseResult arguments, CancellationToken cancellation)
    {
        var customer = await named.FindAsync(arguments, stack.PinpointCustomers, cancellation);
        var records = new RecordErasure(stack.DynamoDb, stack.Records, stack.Time, stack.Calls);
        return new(customer.UserId ?? customer.Endpoints[0], customer.Endpoints.Count, async erasing =>
        {
            List<string> keys = [.. customer.Endpoints.Select(CustomerId.EndpointKey).Distinct(StringComparer.Ordinal)];
            var erased = await records.EraseAsync(keys, erasing);
            return Report(erased, await stack.PinpointCustomers.DeleteAsync(customer.Endpoints, erasing));
        });
    }

    private static string Report(ErasedRecords erased, int endpoints) => $"""
        Deleted:
          endpoints          {endpoints}, in Pinpoint
          reminders          {erased.Reminders}
          journeys           {erased.Journeys}, with {erased.JourneyNotes} notes
        {Staying}
        """;
}
