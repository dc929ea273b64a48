using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Platforms;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// The way in: the bus that brings company events, and the function that checks them, writes them down and has them launched.
/// </summary>
internal sealed class PublisherFunction : ComponentResource
{
    private const int TimeoutSeconds = 30;

    /// <param name="name">Begins the names of resources.</param>
    /// <param name="args">What company events are made of.</param>
    /// <param name="ledger">Where events are written down.</param>
    /// <param name="trigger">How a company event calls the launcher.</param>
    /// <param name="machines">The state machines, by the names of their announcements.</param>
    /// <param name="options">Its parent.</param>
    public PublisherFunction(
        string name,
        CompanyEventsArgs args,
        EventLedger ledger,
        IEventTrigger trigger,
        IReadOnlyDictionary<string, Aws.Sfn.StateMachine> machines,
        ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:EventPublisher", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Bus = new CompanyEventBus($"{name}-bus", $"{name}-events", asChild);
        Failed = new DeadLetterQueue(
            $"{name}-dlq",
            $"Events that {name} took from the bus failed three times. Find the cause in its log, then put them on the bus again.",
            options: asChild);
        Function = new HandlerFunction(name, new()
        {
            Handler = "PublishCompanyEvent",
            Defaults = args.Functions,
            Definitions = [FunctionDefinition.From(args.Definitions.Announcements.ForPublishing)],
            TimeoutSeconds = TimeoutSeconds,
            ReservedConcurrency = args.Settings.CompanyEvents.ReservedConcurrency,
            Grants =
            [
                ledger.Allow("WriteLedger", "dynamodb:PutItem"),
                trigger.PublishEvents,
                Start(machines),
                new() { Statements = [new("KeepFailed") { Actions = ["sqs:SendMessage"], Resources = [Failed.Queue.Arn] }] },
            ],
        }, asChild);
        _ = new Aws.Lambda.FunctionEventInvokeConfig($"{name}-asynchronous", new()
        {
            FunctionName = Function.Function.Name,
            DestinationConfig = new Aws.Lambda.Inputs.FunctionEventInvokeConfigDestinationConfigArgs
            {
                OnFailure = new Aws.Lambda.Inputs.FunctionEventInvokeConfigDestinationConfigOnFailureArgs
                {
                    Destination = Failed.Queue.Arn,
                },
            },
        }, new CustomResourceOptions { Parent = this });
        Bus.SendTo(Function);
        RegisterOutputs();
    }

    public CompanyEventBus Bus { get; }

    /// <summary>The queue of events that the function took from the bus and could not publish.</summary>
    public DeadLetterQueue Failed { get; }

    public HandlerFunction Function { get; }

    private static Grant Start(IReadOnlyDictionary<string, Aws.Sfn.StateMachine> machines) =>
        new(("STATE_MACHINES", NamedOutputs.ToJson(machines.Select(machine => KeyValuePair.Create(machine.Key, machine.Value.Arn)))))
        {
            Statements = machines.Count == 0
                ? []
                :
                [
                    new("StartStateMachines")
                    {
                        Actions = ["states:StartExecution"],
                        Resources = [.. machines.Values.Select(machine => (Input<string>)machine.Arn)],
                    },
                ],
        };
}
