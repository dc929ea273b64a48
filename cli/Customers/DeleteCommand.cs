using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Customers.Erasing;
using Engagement.Cli.Stacks;

namespace Engagement.Cli.Customers;

/// <summary><c>customers delete</c>: deletes what the stack keeps of a person, and says what it deleted and what stays where.</summary>
internal static class DeleteCommand
{
    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var named = new NamedCustomer();
        var yes = new Option<bool>("--yes") { Description = "Asks nothing." };
        var command = new Command("delete", "Deletes a customer everywhere that the stack keeps one, and reports what it deleted.") { yes };
        named.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            using var stack = await shared.OpenAsync(arguments, cancellation);
            var customer = stack.KeepsCustomers
                ? await StoredErasure.FindAsync(stack, named, arguments, cancellation)
                : await PinpointErasure.FindAsync(stack, named, arguments, cancellation);
            var question = $"Delete the customer {customer.Id} with {customer.Endpoints} endpoints from {stack.Name}?";
            if (!arguments.GetValue(yes) && !await console.ConfirmAsync(question, cancellation))
            {
                await console.Error.WriteLineAsync("Nothing is deleted.");
                return ExitCode.Failed;
            }

            await console.Output.WriteLineAsync(await customer.EraseAsync(cancellation));
            return ExitCode.Done;
        });
        return command;
    }
}
