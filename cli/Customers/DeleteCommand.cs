using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.Ses.Erasure;

namespace Engagement.Cli.Customers;

/// <summary><c>customers delete</c>: deletes what the stack keeps of a person, and says what it deleted and what stays where.</summary>
internal static class DeleteCommand
{
    private const string OnPinpoint = "There, 'aws pinpoint delete-user-endpoints' deletes a customer.";

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

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var named = new NamedCustomer();
        var yes = new Option<bool>("--yes") { Description = "Asks nothing." };
        var command = new Command("delete", "Deletes a customer everywhere that the stack keeps one, and reports what it deleted.") { yes };
        named.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            using var stack = (await shared.OpenAsync(arguments, cancellation)).DemandCustomers(OnPinpoint);
            var tables = new ErasureTables(stack.Tables, stack.DeliveriesTable, stack.ReminderLedgerTable, stack.JourneyTables);
            var erasure = new CustomerErasure(stack.DynamoDb, tables, stack.Time, stack.Calls);
            var customers = await named.FindAsync(arguments, stack.Customers, cancellation);
            if (customers.Count > 1)
            {
                throw new CommandException(
                    $"{customers.Count} customers have this address. Name the one to delete: "
                        + string.Join(", ", customers.Select(each => each.Id).Order(StringComparer.Ordinal)));
            }

            var question = $"Delete the customer {customers[0].Id} with {customers[0].Endpoints.Count} endpoints from {stack.Name}?";
            if (!arguments.GetValue(yes) && !await console.ConfirmAsync(question, cancellation))
            {
                await console.Error.WriteLineAsync("Nothing is deleted.");
                return ExitCode.Failed;
            }

            await TellAsync(await erasure.EraseAsync(customers[0].Id, cancellation), console.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task TellAsync(ErasedCustomer erased, TextWriter output)
    {
        await output.WriteLineAsync($"""
            Deleted:
              customers          {erased.Customers}, with {erased.Endpoints} endpoints
              endpoint pointers  {erased.EndpointPointers}
              address pointers   {erased.AddressPointers}
              dates              {erased.Dates}
              deliveries         {erased.Deliveries}
              reminders          {erased.Reminders}
              journeys           {erased.Journeys}, with {erased.JourneyNotes} notes
            """);
        await output.WriteLineAsync(Staying);
    }
}
