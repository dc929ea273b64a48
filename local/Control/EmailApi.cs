using Engagement.Local.Http;
using Engagement.Local.Ses.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/email</c>: what the account may send by SES, which in AWS a person grants on request.</summary>
internal static class EmailApi
{
    /// <summary>What to change; what is absent stays.</summary>
    /// <param name="MaxSendRate">Recipients a second, more than 0.</param>
    /// <param name="Max24HourSend">Recipients in 24 hours; -1 for no limit.</param>
    /// <param name="ProductionAccess">Whether the account is out of the sandbox.</param>
    internal sealed record Change(double? MaxSendRate, double? Max24HourSend, bool? ProductionAccess);

    public static void Map(RouteGroupBuilder route, Func<SendingAccount> account)
    {
        route.MapGet("", () => Shown(account()));
        route.MapPost("", (HttpRequest request) =>
            RequestBody.ReadAsync<Change>(request, change => Task.FromResult(Apply(change, account()))));
    }

    private static IResult Apply(Change change, SendingAccount account)
    {
        if (change.MaxSendRate is <= 0 || change.Max24HourSend is < SendQuota.Unlimited)
        {
            return Refusal.BadRequest("maxSendRate is more than 0, and max24HourSend -1 or more.");
        }

        account.Quota = new()
        {
            MaxSendRate = change.MaxSendRate ?? account.Quota.MaxSendRate,
            Max24HourSend = change.Max24HourSend ?? account.Quota.Max24HourSend,
        };
        account.HasProductionAccess = change.ProductionAccess ?? account.HasProductionAccess;
        return Shown(account);
    }

    private static IResult Shown(SendingAccount account) => Results.Json(new
    {
        account.Quota.MaxSendRate,
        account.Quota.Max24HourSend,
        account.SentLast24Hours,
        productionAccess = account.HasProductionAccess,
        sendingEnabled = account.IsSendingEnabled,
    });
}
