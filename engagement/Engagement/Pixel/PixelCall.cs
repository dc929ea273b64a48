using Engagement.Definitions;

namespace Engagement.Pixel;

/// <summary>Who calls, and for which event: the parameters that stand once in a query. Absent values are null.</summary>
internal readonly record struct PixelCall(
    string? EventType, PlannedEvent? Planned, string? EndpointId, string? UserId, string? Signature, string? Expiry, string? TimeZone)
{
    /// <returns>Null when the query is not URL-encoded UTF-8.</returns>
    public static PixelCall? Read(ReadOnlySpan<char> query, Span<char> scratch, TrackingPlan plan)
    {
        string? type = null, endpoint = null, user = null, signature = null, expiry = null, zone = null;
        PlannedEvent? planned = null;
        var isText = true;
        var reader = new FormReader(query, scratch);
        while (reader.Next())
        {
            isText &= !TextRule.HoldsReplacement(reader.Name) && !TextRule.HoldsReplacement(reader.Value);
            switch (reader.Name)
            {
                case ParameterNames.Event:
                    planned = plan.Find(reader.Value);
                    type = planned?.Name ?? Present(reader.Value);
                    break;
                case ParameterNames.EndpointId: endpoint = AbsentValue.IsAsId(reader.Value) ? null : reader.Value.ToString(); break;
                case ParameterNames.UserId: user = Present(reader.Value); break;
                case ParameterNames.Signature: signature = Present(reader.Value); break;
                case ParameterNames.Expiry: expiry = Present(reader.Value); break;
                case ParameterNames.TimeZone: zone = Present(reader.Value); break;
                default: break;
            }
        }

        // API Gateway writes U+FFFD for bytes that are not UTF-8.
        return reader.IsMalformed || !isText ? null : new(type, planned, endpoint, user, signature, expiry, zone);
    }

    private static string? Present(ReadOnlySpan<char> value) => AbsentValue.Is(value) ? null : value.ToString();
}
