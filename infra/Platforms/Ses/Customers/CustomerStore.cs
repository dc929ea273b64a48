using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Engagement.Infra.Tables;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Customers;

/// <summary>
/// The customers with their endpoints, what finds them by endpoint and address, and the index of their dates. A date's entry is written
/// before the customer that has it, so that none is missing; one that is out of date does no harm.
/// </summary>
internal sealed class CustomerStore : ComponentResource
{
    private readonly Aws.DynamoDB.Table customers;
    private readonly Aws.DynamoDB.Table pointers;
    private readonly Aws.DynamoDB.Table dates;

    public CustomerStore(string name, bool protect, ComponentResourceOptions? options = null)
        : base("engagement:ses:CustomerStore", name, options)
    {
        customers = DurableTable.Create(name, TableKeys.By("id"), protect, this);
        pointers = DurableTable.Create($"{name}-pointers", TableKeys.By("id"), protect, this);
        dates = DurableTable.CreateExpiring($"{name}-dates", TableKeys.By("bucket", "entry"), protect, this);
        RegisterOutputs();
    }

    /// <summary>Lets a function store what is said of customers.</summary>
    public Grant Update => new(Variables)
    {
        Statements =
        [
            new("UpdateCustomers") { Actions = ["dynamodb:GetItem", "dynamodb:PutItem"], Resources = [customers.Arn] },
            new("UpdatePointers")
            {
                Actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
                Resources = [pointers.Arn],
            },
            new("IndexDates") { Actions = ["dynamodb:PutItem"], Resources = [dates.Arn] },
        ],
    };

    /// <summary>Lets a function find the customer of an endpoint.</summary>
    public Grant FindByEndpoint => new(Variables)
    {
        Statements =
        [
            new("FindCustomersByEndpoint") { Actions = ["dynamodb:GetItem"], Resources = [customers.Arn, pointers.Arn] },
        ],
    };

    /// <summary>Lets a function find the customers of a date.</summary>
    public Grant FindByDate => new(Variables)
    {
        Statements =
        [
            new("FindDates") { Actions = ["dynamodb:Query"], Resources = [dates.Arn] },
            Find,
        ],
    };

    /// <summary>Lets a function read several customers at once.</summary>
    public Statement Find => new("FindCustomers") { Actions = ["dynamodb:BatchGetItem"], Resources = [customers.Arn] };

    /// <summary>Lets a function go through all customers.</summary>
    public Statement Scan => new("ScanCustomers") { Actions = ["dynamodb:Scan"], Resources = [customers.Arn] };

    private (string Name, Input<string> Value)[] Variables =>
    [
        ("CUSTOMERS_TABLE", customers.Name), ("POINTERS_TABLE", pointers.Name), ("DATES_TABLE", dates.Name),
    ];
}
