using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Platforms.Ses.Sending;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Journeys;

/// <summary>
/// The function that moves customers on in journeys, and sends their messages. It has all segments and templates, because customers may be
/// in a version of a journey that the definitions no longer hold.
/// </summary>
internal static class CustomerMover
{
    public static void Declare(string name, SesParts parts, Resource parent)
    {
        var definitions = parts.Args.Definitions;
        _ = new HandlerFunction(name, new()
        {
            Handler = "MoveCustomers",
            Defaults = parts.Args.Functions,
            Definitions =
            [
                FunctionDefinition.From(definitions.TrackingPlan.ForDates),
                FunctionDefinition.From(definitions.Journeys.ForSending),
                FunctionDefinition.From(definitions.Segments.ForMembership(definitions.Segments.Segments.Select(each => each.Name))),
                FunctionDefinition.From(definitions.Topics.ForSending),
                FunctionDefinition.From(definitions.Templates),
            ],
            TimeoutSeconds = ShareQueue.TimeoutSeconds,
            Source = parts.CustomersToMove.Source($"{name}-source", EmailSending.JourneySenders),
            Grants =
            [
                parts.Args.Journeys.MoveCustomers,
                parts.Customers.FindByEndpoint,
                parts.SendMessages,
            ],
        }, new ComponentResourceOptions { Parent = parent });
        MoverAlarms.Declare(name, parent);
    }
}
