using Engagement.Infra.Configuration;
using Engagement.Infra.Iam;
using Engagement.Infra.Tables;
using Pulumi;

namespace Engagement.Infra.Ledgers;

/// <summary>The table that holds each company event and which of its campaigns are launched: the truth that everything else asks.</summary>
internal sealed class EventLedger(string name, LedgerSettings settings, ComponentResourceOptions? options = null)
    : LedgerTable("engagement:companyEvents:EventLedger", name, TableKeys.By("id", (PendingIndex, "publishedAt")), settings, options)
{
    /// <summary>The sparse index of the events of an announcement that are not launched, the oldest first.</summary>
    public const string PendingIndex = "pending";

    /// <summary>Lets a function find the events that are not launched.</summary>
    public Statement FindPendingEvents => new("FindPendingEvents")
    {
        Actions = ["dynamodb:Query", "dynamodb:Scan"],
        Resources = [Output.Format($"{Table.Arn}/index/{PendingIndex}")],
    };
}
