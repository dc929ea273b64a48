using System.Text.Json.Nodes;
using Engagement.Local.Ses.Protocol;

namespace Engagement.Local.Ses.Accounts;

/// <summary>GetAccount and PutAccountSendingAttributes.</summary>
internal sealed class AccountOperations(SendingAccount account)
{
    /// <summary>The operations.</summary>
    public IEnumerable<SesOperation> Operations =>
    [
        new() { Name = "GetAccount", Method = "GET", Path = "/v2/email/account", Execute = Get },
        new() { Name = "PutAccountSendingAttributes", Method = "PUT", Path = "/v2/email/account/sending", Execute = Put },
    ];

    private JsonObject Get(SesCall call) => new()
    {
        ["DedicatedIpAutoWarmupEnabled"] = false,
        ["EnforcementStatus"] = "HEALTHY",
        ["ProductionAccessEnabled"] = account.HasProductionAccess,
        ["SendingEnabled"] = account.IsSendingEnabled,
        ["SendQuota"] = new JsonObject
        {
            ["Max24HourSend"] = account.Quota.Max24HourSend,
            ["MaxSendRate"] = account.Quota.MaxSendRate,
            ["SentLast24Hours"] = (double)account.SentLast24Hours,
        },
        ["SuppressionAttributes"] = new JsonObject
        {
            ["SuppressedReasons"] = new JsonArray([.. SuppressionReasons.All.Select(reason => JsonValue.Create(reason))]),
        },
    };

    private JsonObject Put(SesCall call)
    {
        account.IsSendingEnabled = call.Body(SesJson.Default.SendingRequest).SendingEnabled;
        return [];
    }
}
