using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Sms.Protocol;

namespace Engagement.Local.Sms.Sending;

/// <summary>The operations on the account's opt-out list.</summary>
internal sealed class OptOutOperations(CloudContext cloud, OptOutList optedOut)
{
    private const int LargestPage = 100;

    /// <summary>PutOptedOutNumber.</summary>
    public JsonObject Put(JsonObject body)
    {
        CheckList(body);
        var number = TextOperation.Number(body, "OptedOutNumber");
        return Answer(number, optedOut.Put(number));
    }

    /// <summary>DeleteOptedOutNumber.</summary>
    public JsonObject Delete(JsonObject body)
    {
        CheckList(body);
        var number = TextOperation.Number(body, "OptedOutNumber");
        var since = optedOut.Since(number) ?? throw SmsError.NotFound("opted-out-number", number);
        optedOut.Remove(number);
        return Answer(number, since);
    }

    /// <summary>DescribeOptedOutNumbers.</summary>
    public JsonObject Describe(JsonObject body)
    {
        CheckList(body);
        var asked = (body["OptedOutNumbers"] as JsonArray ?? [])
            .Select(number => $"+{$"{number}".TrimStart('+')}")
            .ToHashSet(StringComparer.Ordinal);
        var all = optedOut.All.Where(number => asked.Count == 0 || asked.Contains(number.Number)).ToList();
        var (first, size) = (Whole(body, "NextToken", 0), Whole(body, "MaxResults", LargestPage));
        var answer = new JsonObject
        {
            ["OptOutListArn"] = Arn,
            ["OptOutListName"] = OptOutList.Name,
            ["OptedOutNumbers"] = new JsonArray([.. all.Skip(first).Take(size).Select(number => Information(number.Number, number.Since))]),
        };
        if (first + size < all.Count)
        {
            answer["NextToken"] = (first + size).ToString(CultureInfo.InvariantCulture);
        }

        return answer;
    }

    /// <summary>DescribeOptOutLists: the one that each account has.</summary>
    public JsonObject DescribeLists(JsonObject body) => new()
    {
        ["OptOutLists"] = new JsonArray(new JsonObject { ["OptOutListArn"] = Arn, ["OptOutListName"] = OptOutList.Name }),
    };

    private string Arn => cloud.Arn("sms-voice", $"opt-out-list/{OptOutList.Name}");

    private void CheckList(JsonObject body)
    {
        var list = $"{body["OptOutListName"]}";
        _ = list == OptOutList.Name || list == Arn ? list : throw SmsError.NotFound("opt-out-list", list);
    }

    private static int Whole(JsonObject body, string member, int orElse) =>
        body[member] is not { } value ? orElse
        : int.TryParse($"{value}", NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw SmsError.Invalid(member, "is not a number");

    private JsonObject Answer(string number, DateTimeOffset since)
    {
        var answer = Information(number, since);
        answer["OptOutListArn"] = Arn;
        answer["OptOutListName"] = OptOutList.Name;
        return answer;
    }

    private JsonObject Information(string number, DateTimeOffset since) => new()
    {
        ["OptedOutNumber"] = number,
        ["OptedOutTimestamp"] = since.ToUnixTimeMilliseconds() / 1000.0,
        ["EndUserOptedOut"] = optedOut.IsByCustomer(number),
    };
}
