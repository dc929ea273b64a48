using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Customers;
using Engagement.Times;

namespace Engagement.CustomerFiles;

/// <summary>What a row says of an endpoint, put together member by member. Problems name the member and never a value.</summary>
internal sealed class EndpointRow
{
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> userAttributes = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];
    private string? id;
    private string? userId;
    private DateTimeOffset? effective;

    private string? Address => fields.GetValueOrDefault(EndpointField.Address);

    private string? Channel => fields.GetValueOrDefault(EndpointField.ChannelType);

    /// <summary>Notes what is wrong with the row.</summary>
    public void Refuse(string problem) => problems.Add(problem);

    /// <summary>Takes a member's value in.</summary>
    /// <param name="member">The member.</param>
    /// <param name="path">Its name in the file, for problems.</param>
    /// <param name="text">The value; an empty text says nothing.</param>
    public void Add(EndpointMember member, string path, string text)
    {
        if (text.Length == 0 || member.Kind == EndpointMemberKind.Ignored)
        {
            return;
        }

        if (TextRule.Objection(text) is { } unfit)
        {
            Refuse($"{path}: the value {unfit}");
            return;
        }

        Put(member, path, text);
    }

    /// <summary>The row as it is to be stored.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="rules">What holds of all rows of the file.</param>
    /// <param name="digest">What tells the row from others of the same time.</param>
    public ImportRow Finish(long line, RowRules rules, string digest)
    {
        Complete(rules.Latest);
        if (problems.Count == 0 && userId is null && Address is null && !rules.TakesVisitors)
        {
            return new ImportRow.Visitor(line);
        }

        return problems.Count > 0 ? new ImportRow.Wrong(line, problems) : new ImportRow.Fit(line, Update(rules.Undated, digest));
    }

    private void Put(EndpointMember member, string path, string text)
    {
        switch (member.Kind)
        {
            case EndpointMemberKind.Id:
                id = text;
                break;
            case EndpointMemberKind.UserId:
                userId = text;
                break;
            case EndpointMemberKind.EffectiveDate:
                effective = IsoInstant.Parse(text);
                RefuseIf(effective is null, $"{path}: is no instant such as 2026-12-01T09:00:00Z");
                break;
            case EndpointMemberKind.Field:
                RefuseIf(IsPlace(path) && Number(text) is null, $"{path}: is no number");
                fields[member.Name] = text;
                break;
            case EndpointMemberKind.Metric:
                RefuseIf(Number(text) is null, $"{path}: is no number");
                metrics[member.Name] = Number(text) ?? 0;
                break;
            default:
                Values(member).Add(text);
                break;
        }
    }

    private List<string> Values(EndpointMember member)
    {
        var lists = member.Kind == EndpointMemberKind.Attribute ? attributes : userAttributes;
        return lists.TryGetValue(member.Name, out var values) ? values : lists[member.Name] = [];
    }

    private void Complete(DateTimeOffset latest)
    {
        RefuseIf(effective > latest, "EffectiveDate: lies in the future, and would outlast what customers say until then");
        if (Address is { } address)
        {
            fields[EndpointField.Address] = EndpointAddress.Spelled(Channel, address);
            RefuseIf(Channel is null && id is null, "ChannelType: is missing");
            RefuseIf(EndpointAddress.Objection(Channel, Address!) is { }, $"Address: {EndpointAddress.Objection(Channel, Address!)}");
        }

        id ??= Channel is { } channel && Address is { } reached ? EndpointAddress.EndpointId(channel, reached) : null;
        RefuseIf(id is null, "Id: is missing, and so is the Address or the ChannelType that one could be made of");
    }

    // Of two endpoints with one address and one date the inactive one must not count as the later.
    private int Rank => fields.GetValueOrDefault(EndpointField.EndpointStatus) == "INACTIVE" ? 0 : 1;

    private CustomerUpdate Update(DateTimeOffset undated, string digest) => new()
    {
        Stamp = new(effective ?? undated, $"import-{Rank}-{digest}"),
        EndpointId = id!,
        UserId = userId,
        Fields = fields,
        Metrics = metrics,
        Attributes = Lists(attributes),
        UserAttributes = Lists(userAttributes),
    };

    private void RefuseIf(bool isWrong, string problem)
    {
        if (isWrong)
        {
            problems.Add(problem);
        }
    }

    private static bool IsPlace(string path) => path is "Location.Latitude" or "Location.Longitude";

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static Dictionary<string, IReadOnlyList<string>> Lists(Dictionary<string, List<string>> lists) =>
        lists.ToDictionary(list => list.Key, IReadOnlyList<string> (list) => list.Value, StringComparer.Ordinal);
}
