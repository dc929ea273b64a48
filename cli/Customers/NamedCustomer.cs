using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Customers;
using Engagement.Pinpoint.Erasure;
using Engagement.Ses.Customers;

namespace Engagement.Cli.Customers;

/// <summary>How a command line names a customer: by id, by an endpoint or by an address.</summary>
internal sealed class NamedCustomer
{
    private readonly Argument<string?> id = new("ID")
    {
        Description = "The user's id; of a customer without user, ~ and the endpoint's id.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> endpoint = new("--endpoint")
    {
        Description = "Id of one of the customer's endpoints.",
        HelpName = "ID",
    };

    private readonly Option<string?> address = new("--address") { Description = "An address, in any spelling.", HelpName = "ADDRESS" };

    /// <summary>Gives a command these.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(id);
        command.Options.Add(endpoint);
        command.Options.Add(address);
        command.Validators.Add(result =>
        {
            string?[] named = [result.GetValue(id), result.GetValue(endpoint), result.GetValue(address)];
            if (named.Count(each => each is not null) != 1)
            {
                result.AddError("Name the customer once: by ID, by --endpoint ID or by --address ADDRESS");
            }
        });
    }

    /// <summary>Finds the customers that are meant; an address may be several customers'.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public async Task<IReadOnlyList<CustomerProfile>> FindAsync(
        ParseResult arguments, DynamoDbCustomers customers, CancellationToken cancellation)
    {
        var found = (arguments.GetValue(id), arguments.GetValue(endpoint), arguments.GetValue(address)) switch
        {
            ({ } customerId, _, _) => await customers.FindAsync([customerId], cancellation),
            (_, { } endpointId, _) => await customers.FindByEndpointAsync(endpointId, cancellation) is { } one ? [one] : [],
            (_, _, var named) => await customers.FindByAddressAsync(named!, cancellation),
        };
        return found.Count > 0 ? found : throw new CommandException("There is no such customer.");
    }

    /// <summary>
    /// Finds the customer of an application. An endpoint that is deleted there already still names itself, for what the stack has of it.
    /// </summary>
    /// <exception cref="CommandException">There is none, or an address names one.</exception>
    public async Task<PinpointCustomer> FindAsync(ParseResult arguments, PinpointCustomers customers, CancellationToken cancellation)
    {
        var named = arguments.GetValue(id);
        if ((arguments.GetValue(endpoint) ?? (named is null ? null : CustomerId.EndpointOf(named))) is { } endpointId)
        {
            return await customers.FindByEndpointAsync(endpointId, cancellation) ?? new(null, [endpointId]);
        }

        return named is null || CustomerId.UserIdOf(named) is not { } userId
            ? throw new CommandException("Pinpoint finds nobody by an address: name the customer by ID or by --endpoint ID.")
            : await customers.FindAsync(userId, cancellation) ?? throw new CommandException(
                "There is no such customer. Where the user's endpoints are deleted in Pinpoint already, name each with --endpoint ID.");
    }
}
