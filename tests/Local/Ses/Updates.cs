using System.Globalization;
using Engagement.Customers;

namespace Local.Tests.Ses;

/// <summary>Updates for tests. Seconds are counted from the first of March 2026, noon.</summary>
internal static class Updates
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static CustomerUpdate At(int second, string endpointId, string? userId = null, string? id = null) => new()
    {
        Stamp = new(Start.AddSeconds(second), id ?? second.ToString(CultureInfo.InvariantCulture)),
        EndpointId = endpointId,
        UserId = userId,
    };

    public static CustomerUpdate Address(string endpointId, string? userId, string address, int second) =>
        At(second, endpointId, userId) with
        {
            Fields = new Dictionary<string, string> { ["Address"] = address, ["ChannelType"] = "EMAIL" },
        };

    public static CustomerUpdate Saying(this CustomerUpdate update, string attribute, params string[] values) => update with
    {
        UserAttributes = new Dictionary<string, IReadOnlyList<string>>(update.UserAttributes) { [attribute] = values },
    };
}
