using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.Ses.Identities;
using Engagement.Local.Ses.Protocol;

namespace Engagement.Local.Ses.Accounts;

/// <summary>The operations on the account's suppression list.</summary>
internal sealed class SuppressionOperations(SuppressionList suppressed)
{
    private const string Addresses = "/v2/email/suppression/addresses";
    private const int LargestPage = 1000;

    /// <summary>The operations.</summary>
    public IEnumerable<SesOperation> Operations =>
    [
        new() { Name = "PutSuppressedDestination", Method = "PUT", Path = Addresses, Execute = Put },
        new() { Name = "ListSuppressedDestinations", Method = "GET", Path = Addresses, Execute = List },
        new() { Name = "GetSuppressedDestination", Method = "GET", Path = $"{Addresses}/{{EmailAddress}}", Execute = Get },
        new() { Name = "DeleteSuppressedDestination", Method = "DELETE", Path = $"{Addresses}/{{EmailAddress}}", Execute = Delete },
    ];

    private JsonObject Put(SesCall call)
    {
        var request = call.Body(SesJson.Default.SuppressionRequest);
        _ = request.TenantName is null ? request : throw SesError.NotDone("TenantName");
        suppressed.Put(EmailAddress.Parse(request.EmailAddress ?? "").Address, Reason(request.Reason));
        return [];
    }

    private JsonObject Get(SesCall call) => suppressed.Find(call.Path["EmailAddress"]) is { } found
        ? new() { ["SuppressedDestination"] = Shown(found) }
        : throw None();

    private JsonObject Delete(SesCall call) => suppressed.Remove(call.Path["EmailAddress"]) ? [] : throw None();

    private JsonObject List(SesCall call)
    {
        var reasons = call.Query("Reason").Select(Reason).ToHashSet(StringComparer.Ordinal);
        var (first, size) = (Number(call, "NextToken", 0), Number(call, "PageSize", LargestPage));
        SuppressedAddress[] all =
        [
            .. suppressed.All.Where(address =>
                (reasons.Count == 0 || reasons.Contains(address.Reason)) && IsWithin(call, address.LastUpdate)),
        ];
        var answer = new JsonObject
        {
            ["SuppressedDestinationSummaries"] = new JsonArray([.. all.Skip(first).Take(size).Select(Shown)]),
        };
        if (first + size < all.Length)
        {
            answer["NextToken"] = (first + size).ToString(CultureInfo.InvariantCulture);
        }

        return answer;
    }

    private static bool IsWithin(SesCall call, DateTimeOffset time) =>
        (Time(call, "StartDate") is not { } start || time >= start) && (Time(call, "EndDate") is not { } end || time <= end);

    private static DateTimeOffset? Time(SesCall call, string parameter) =>
        call.Query(parameter) is not [var text, ..] ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw SesError.BadRequest($"{parameter} is not a time.");

    private static int Number(SesCall call, string parameter, int orElse) =>
        call.Query(parameter) is not [var text, ..] ? orElse
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw SesError.BadRequest($"{parameter} is not a number.");

    private static string Reason(string? reason) => SuppressionReasons.All.Contains(reason ?? "")
        ? reason!
        : throw SesError.BadRequest($"Reason is one of {string.Join(", ", SuppressionReasons.All)}.");

    private static JsonObject Shown(SuppressedAddress address) => new()
    {
        ["EmailAddress"] = address.Address,
        ["Reason"] = address.Reason,
        ["LastUpdateTime"] = address.LastUpdate.ToUnixTimeMilliseconds() / 1000.0,
    };

    private static Aws.AwsException None() => SesError.NotFound("Email address does not exist on your suppression list.");
}
