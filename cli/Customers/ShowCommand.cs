using System.CommandLine;
using System.Text;
using Engagement.Cli.Commands;
using Engagement.Cli.Customers.Export;
using Engagement.Cli.Stacks;
using Engagement.Customers;

namespace Engagement.Cli.Customers;

/// <summary><c>customers show</c>: a customer with all endpoints, on the terminal.</summary>
internal static class ShowCommand
{
    private const string OnPinpoint = "There, 'aws pinpoint get-user-endpoints' and 'aws pinpoint get-endpoint' show a customer.";

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var named = new NamedCustomer();
        var command = new Command("show", "Shows a customer: personal data on this terminal.");
        named.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            using var stack = (await shared.OpenAsync(arguments, cancellation)).DemandCustomers(OnPinpoint);
            foreach (var customer in await named.FindAsync(arguments, stack.Customers, cancellation))
            {
                await ShowAsync(customer, console.Output);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task ShowAsync(CustomerProfile customer, TextWriter output)
    {
        await output.WriteLineAsync($"Customer {customer.Id}");
        foreach (var (name, values) in customer.UserAttributes.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            await output.WriteLineAsync($"  {name}: {(values.Count == 0 ? "(removed)" : string.Join(", ", values))}");
        }

        foreach (var member in customer.Members.OrderBy(each => each.Endpoint.Id, StringComparer.Ordinal))
        {
            await output.WriteLineAsync($"Endpoint {member.Endpoint.Id}");
            await output.WriteLineAsync(Encoding.UTF8.GetString(EndpointLine.Write(member, isIndented: true).Span));
        }
    }
}
