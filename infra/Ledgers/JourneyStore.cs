using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Engagement.Infra.Tables;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Ledgers;

/// <summary>
/// What journeys know, whichever platform sends: where each customer is, which versions there are, and what became of each customer.
/// </summary>
internal sealed class JourneyStore : ComponentResource
{
    /// <summary>
    /// The sparse index of customers who are in a journey, by shard and due time, with the journeys they are in: who counts them reads a
    /// quarter of what the items have, and none of those who are in no journey.
    /// </summary>
    public const string DueIndex = "shard";

    private readonly Aws.DynamoDB.Table customers;
    private readonly Aws.DynamoDB.Table books;
    private readonly Aws.DynamoDB.Table history;

    public JourneyStore(string name, LedgerSettings settings, ComponentResourceOptions? options = null)
        : base("engagement:journeys:JourneyStore", name, options)
    {
        var keys = TableKeys.By("id", (DueIndex, "due"), holds: ["in"]);
        customers = DurableTable.CreateExpiring($"{name}-customers", keys, settings.Protect, this);
        books = DurableTable.Create($"{name}-books", TableKeys.By("kind", "name"), settings.Protect, this);
        history = DurableTable.CreateExpiring($"{name}-history", TableKeys.By("customer", "note"), settings.Protect, this);
        RegisterOutputs();
    }

    /// <summary>Lets a function note events of customers, and let customers in.</summary>
    public Grant NoteEvents => Use("NoteJourneyEvents", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");

    /// <summary>Lets a function move customers on.</summary>
    public Grant MoveCustomers => Use("MoveCustomers", "dynamodb:GetItem", "dynamodb:PutItem");

    /// <summary>Lets a function count messages of marketing, beside those of journeys.</summary>
    public Grant CountMessages => new(("JOURNEYS_TABLE", customers.Name))
    {
        Statements =
        [
            new("CountMessages")
            {
                Actions = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem"],
                Resources = [customers.Arn],
            },
        ],
    };

    /// <summary>Lets a function find the customers who are due.</summary>
    public Grant FindDue => new(("JOURNEYS_TABLE", customers.Name))
    {
        Statements =
        [
            new("FindDueCustomers") { Actions = ["dynamodb:Query"], Resources = [Output.Format($"{customers.Arn}/index/{DueIndex}")] },
        ],
    };

    /// <summary>Lets a function write what a deployment makes of journeys.</summary>
    public Grant Deploy => new(("JOURNEY_BOOKS_TABLE", books.Name))
    {
        Statements =
        [
            new("DeployJourneys")
            {
                Actions = ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem"],
                Resources = [books.Arn],
            },
        ],
    };

    /// <summary>Names of the tables, by the variables that functions read them from.</summary>
    public (string Name, Input<string> Value)[] Variables =>
    [
        ("JOURNEYS_TABLE", customers.Name), ("JOURNEY_BOOKS_TABLE", books.Name), ("JOURNEY_HISTORY_TABLE", history.Name),
    ];

    private Grant Use(string purpose, params IReadOnlyList<string> actions) => new(Variables)
    {
        Statements =
        [
            new(purpose) { Actions = actions, Resources = [customers.Arn] },
            new("ReadJourneys") { Actions = ["dynamodb:Query", "dynamodb:GetItem"], Resources = [books.Arn] },
            new("KeepJourneyHistory") { Actions = ["dynamodb:PutItem"], Resources = [history.Arn] },
        ],
    };
}
