using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Infra.Tables;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Ledgers;

/// <summary>A table that is the truth about something. Its items expire by themselves; the table itself may be protected.</summary>
internal abstract class LedgerTable : ComponentResource
{
    /// <param name="type">The component's type.</param>
    /// <param name="name">Name of the component and of the table.</param>
    /// <param name="keys">The table's key and, where there are any, its indexes.</param>
    /// <param name="settings">Whether the table is protected.</param>
    /// <param name="options">The component's options.</param>
    protected LedgerTable(
        string type, string name, Aws.DynamoDB.TableArgs keys, LedgerSettings settings, ComponentResourceOptions? options)
        : base(type, name, options)
    {
        Table = DurableTable.CreateExpiring(name, keys, settings.Protect, this);
        RegisterOutputs();
    }

    public Aws.DynamoDB.Table Table { get; }

    /// <summary>What a function needs to use the table.</summary>
    /// <param name="purpose">What for, in letters and digits.</param>
    /// <param name="actions">Actions of DynamoDB.</param>
    public Grant Allow(string purpose, params IReadOnlyList<string> actions) => new(("LEDGER_TABLE", Table.Name))
    {
        Statements = [new(purpose) { Actions = actions, Resources = [Table.Arn] }],
    };
}
