using Engagement.Definitions;

namespace Engagement.Pixel;

/// <summary>Reads a query: decodes each parameter once, and tells once by its name what it says.</summary>
/// <param name="plan">The events that are accepted.</param>
/// <param name="text">Memory for the decoded text, at least as long as the query.</param>
/// <param name="parameters">Memory for as many parameters as the query has.</param>
internal ref struct QueryReader(TrackingPlan plan, Span<char> text, Span<PixelParameter> parameters)
{
    private readonly Span<char> text = text;
    private readonly Span<PixelParameter> parameters = parameters;
    private PixelCall call;
    private int count;

    public readonly PixelCall Call => call;

    /// <summary>Attributes, metrics and user attributes, in the query's order.</summary>
    public readonly ReadOnlySpan<PixelParameter> Parameters => parameters[..count];

    /// <returns>False when the query is not URL-encoded UTF-8.</returns>
    public bool TryRead(ReadOnlySpan<char> query)
    {
        var reader = new FormReader(query, text);
        while (reader.Next())
        {
            if (KindOf(reader.Name) is { } kind)
            {
                parameters[count++] = new(kind, reader.NameStart + ParameterNames.PrefixLength, reader.ValueStart, reader.End);
            }
            else
            {
                Take(reader.Name, reader.Value);
            }
        }

        // API Gateway writes U+FFFD for bytes that are not UTF-8.
        return !reader.IsMalformed && !TextRule.HoldsReplacement(text[..reader.End]);
    }

    private static PixelParameterKind? KindOf(ReadOnlySpan<char> name) =>
        name.Length < ParameterNames.PrefixLength ? null : name[..ParameterNames.PrefixLength] switch
        {
            ParameterNames.AttributePrefix => PixelParameterKind.Attribute,
            ParameterNames.MetricPrefix => PixelParameterKind.Metric,
            ParameterNames.UserAttributePrefix => PixelParameterKind.UserAttribute,
            _ => null,
        };

    private void Take(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case ParameterNames.Event:
                call.Planned = plan.Find(value);
                call.EventType = call.Planned?.Name ?? Present(value);
                break;
            case ParameterNames.EndpointId: call.EndpointId = AbsentValue.IsAsId(value) ? null : value.ToString(); break;
            case ParameterNames.UserId: call.UserId = OfUser(value); break;
            case ParameterNames.Signature: call.Signature = Present(value); break;
            case ParameterNames.Expiry: call.Expiry = Present(value); break;
            case ParameterNames.TimeZone when plan.Dates is not null: call.TimeZone = OfUser(value); break;
            case ParameterNames.CacheBuster: break;
            default: call.Unknown++; break;
        }
    }

    private string? OfUser(ReadOnlySpan<char> value)
    {
        var present = Present(value);
        call.UserParameters += present is null ? 0 : 1;
        return present;
    }

    private static string? Present(ReadOnlySpan<char> value) => AbsentValue.Is(value) ? null : value.ToString();
}
