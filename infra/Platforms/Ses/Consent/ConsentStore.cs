using Engagement.Infra.Functions;
using Engagement.Infra.Tables;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Consent;

/// <summary>What customers chose, and which addresses take no messages, by hashed address.</summary>
internal sealed class ConsentStore : ComponentResource
{
    private readonly Aws.DynamoDB.Table consents;

    public ConsentStore(string name, bool protect, ComponentResourceOptions? options = null)
        : base("engagement:ses:ConsentStore", name, options)
    {
        consents = DurableTable.Create(name, TableKeys.By("id"), protect, this);
        RegisterOutputs();
    }

    /// <summary>Lets a function ask what holds for the addresses of a page of customers.</summary>
    public Grant Ask => Allow("AskConsents", "dynamodb:BatchGetItem");

    /// <summary>Lets a function show what holds for an address, and change nothing.</summary>
    public Grant Show => Allow("ShowConsents", "dynamodb:GetItem");

    /// <summary>Lets a function store what a customer chose, or that an address takes no messages.</summary>
    public Grant Store => Allow("StoreConsents", "dynamodb:GetItem", "dynamodb:PutItem");

    /// <summary>
    /// Lets a function that asks for consents write down, too, that the service's own list of numbers refused a text message.
    /// </summary>
    public Grant NoteOptOuts => new() { Statements = Allow("NoteOptOuts", "dynamodb:GetItem", "dynamodb:PutItem").Statements };

    private Grant Allow(string purpose, params IReadOnlyList<string> actions) => new(("CONSENTS_TABLE", consents.Name))
    {
        Statements = [new(purpose) { Actions = actions, Resources = [consents.Arn] }],
    };
}
