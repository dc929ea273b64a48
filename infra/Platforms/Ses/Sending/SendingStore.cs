using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Engagement.Infra.Tables;
using Engagement.Ses.Campaigns;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>Each campaign's run with its progress, and what became of each message, of campaigns and of reminders.</summary>
internal sealed class SendingStore : ComponentResource
{
    private readonly Aws.DynamoDB.Table deliveries;

    public SendingStore(string name, bool protect, ComponentResourceOptions? options = null)
        : base("engagement:ses:SendingStore", name, options)
    {
        Runs = DurableTable.Create("campaigns-runs", TableKeys.By("id", (DynamoDbCampaignRuns.WaitingIndex, "due")), protect, this);
        deliveries = DurableTable.CreateExpiring("deliveries", TableKeys.By("id"), protect, this);
        RegisterOutputs();
    }

    public Aws.DynamoDB.Table Runs { get; }

    /// <summary>Lets a function claim a customer's message, and note what became of it.</summary>
    public Grant ClaimDeliveries => new(("DELIVERIES_TABLE", deliveries.Name))
    {
        Statements =
        [
            new("ClaimDeliveries")
            {
                Actions = ["dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
                Resources = [deliveries.Arn],
            },
        ],
    };

    /// <summary>Lets a function find the runs that are due.</summary>
    public Statement FindDueRuns => new("FindDueRuns")
    {
        Actions = ["dynamodb:Query"],
        Resources = [Output.Format($"{Runs.Arn}/index/{DynamoDbCampaignRuns.WaitingIndex}")],
    };

    /// <summary>What a function needs to use runs.</summary>
    /// <param name="purpose">What for, in letters and digits.</param>
    /// <param name="actions">Actions of DynamoDB.</param>
    public Grant AllowRuns(string purpose, params IReadOnlyList<string> actions) => new(("RUNS_TABLE", Runs.Name))
    {
        Statements = [new(purpose) { Actions = actions, Resources = [Runs.Arn] }],
    };
}
