using Engagement.Definitions;

namespace Engagement.Pixel;

/// <summary>Which event and endpoint a request may name.</summary>
internal static class CallRules
{
    public static Rejection? Objection(in PixelCall call, TrackingPlan plan) =>
        EventObjection(call, plan) ?? EndpointObjection(call.EndpointId);

    private static Rejection? EventObjection(in PixelCall call, TrackingPlan plan)
    {
        if (call.EventType is not { } type)
        {
            return new(RejectionReason.MissingEvent, "the parameter 'event' has no value");
        }

        if (ReservedNames.IsReservedEvent(type))
        {
            return new(RejectionReason.ReservedEvent, "event types that begin with '_' or 'company.' cannot be recorded by the pixel");
        }

        if (type.Length > Limits.NameLength)
        {
            return new(RejectionReason.NameTooLong, $"the event type has more than {Limits.NameLength} characters");
        }

        if (!NameRule.IsWellFormed(type))
        {
            return new(RejectionReason.NameNotAllowed, "the event type holds a character that cannot be shown");
        }

        return call.Planned is null && !plan.AcceptUnknownEvents
            ? new(RejectionReason.UnknownEvent, "the tracking plan does not list the event")
            : null;
    }

    private static Rejection? EndpointObjection(string? endpointId)
    {
        if (endpointId is null)
        {
            return new(RejectionReason.MissingEndpointId, "the parameter 'endpoint_id' has no value");
        }

        return ReservedNames.IsReservedEndpoint(endpointId)
            ? new(RejectionReason.ReservedEndpoint, "the company's endpoint cannot be reached by the pixel")
            : IdObjection(endpointId, ParameterNames.EndpointId) ?? CharacterObjection(endpointId);
    }

    // A platform's service model excludes them of an endpoint's id.
    private static Rejection? CharacterObjection(string endpointId) => endpointId.AsSpan().ContainsAny('$', '{', '}')
        ? new(RejectionReason.IdNotAllowed, $"'{ParameterNames.EndpointId}' holds one of $ {{ }}, which no endpoint id may hold")
        : null;

    public static Rejection? IdObjection(string id, string parameter)
    {
        if (id.Length > Limits.IdLength)
        {
            return new(RejectionReason.IdTooLong, $"'{parameter}' has more than {Limits.IdLength} characters");
        }

        return TextRule.Objection(id) is { } objection ? new(RejectionReason.IdNotAllowed, $"'{parameter}' {objection}") : null;
    }
}
