using System.Buffers;
using Engagement.Definitions;
using Engagement.Identity;

namespace Engagement.Pixel;

/// <summary>
/// Decides what becomes of a message of the pixel's API. A pure function of the message, the tracking plan and the keys.
/// <para>
/// A message is two lines joined by a line feed, both <c>application/x-www-form-urlencoded</c>: API Gateway's facts
/// (<c>id</c>, <c>at</c> in epoch milliseconds, <c>ua</c>, <c>gpc</c>, <c>dnt</c>, <c>purpose</c>), then the caller's query.
/// Of a parameter that stands twice the last counts.
/// </para>
/// </summary>
/// <param name="plan">The events that are accepted.</param>
/// <param name="maximumValidity">
/// How long after a request its signature may still be valid; null is <see cref="IdentitySignature.DefaultMaximumValidity"/>.
/// </param>
public sealed class PixelRules(TrackingPlan plan, TimeSpan? maximumValidity = null)
{
    private const int CharactersOnStack = 2_048;
    private const int ParametersOnStack = 64;

    /// <param name="message">The message's body.</param>
    /// <param name="keys">
    /// The keys of identity signatures; null when they are not at hand, and then a message that carries a signature is
    /// <see cref="PixelUndecided"/>.
    /// </param>
    public PixelDecision Decide(ReadOnlySpan<char> message, SigningKeys? keys)
    {
        var rented = message.Length > CharactersOnStack ? ArrayPool<char>.Shared.Rent(message.Length) : null;
        var scratch = rented ?? stackalloc char[message.Length];
        try
        {
            return Decide(message, scratch, keys);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented, clearArray: true);
            }
        }
    }

    private PixelDecision Decide(ReadOnlySpan<char> message, Span<char> scratch, SigningKeys? keys)
    {
        var lineEnd = message.IndexOf('\n');
        if (lineEnd < 0 || message[(lineEnd + 1)..].Contains('\n'))
        {
            return new PixelUnreadable("it has not exactly two lines");
        }

        if (RequestFacts.Read(message[..lineEnd], scratch, out var problem) is not { } facts)
        {
            return new PixelUnreadable(problem!);
        }

        return DecideQuery(facts, message[(lineEnd + 1)..], scratch, keys);
    }

    private PixelDecision DecideQuery(in RequestFacts facts, ReadOnlySpan<char> query, Span<char> scratch, SigningKeys? keys)
    {
        var most = query.Count('&') + 1;
        var reader = new QueryReader(plan, scratch, most > ParametersOnStack ? new PixelParameter[most] : stackalloc PixelParameter[most]);
        return reader.TryRead(query)
            ? Decide(facts, reader.Call, reader.Parameters, scratch, keys)
            : Rejected(facts, default, new(RejectionReason.MalformedQuery, "the query is not URL-encoded UTF-8"));
    }

    private PixelDecision Decide(
        in RequestFacts facts, in PixelCall call, ReadOnlySpan<PixelParameter> parameters, ReadOnlySpan<char> text, SigningKeys? keys)
    {
        var objection = TrafficRules.Objection(facts, plan) ?? CallRules.Objection(call, plan) ?? IdentityRules.Objection(call, facts.At);
        if (objection is not null)
        {
            return Rejected(facts, call, objection.Value);
        }

        var signed = IdentityRules.IsSigned(call);
        if (signed && keys is null)
        {
            return new PixelUndecided();
        }

        var dates = signed ? DateReader.For(plan.Dates, call.TimeZone) : null;
        var payload = new PayloadReader(call.Planned, dates, signed);
        objection = (signed ? SignatureObjection(call, facts.At, keys!) : null) ?? payload.Read(parameters, text);
        return objection is not null ? Rejected(facts, call, objection.Value)
            : new PixelAccepted(Event(facts, call, payload, signed), Dropped(call, payload, dates, signed));
    }

    private Rejection? SignatureObjection(in PixelCall call, DateTimeOffset at, SigningKeys keys) =>
        IdentityRules.SignatureObjection(call, at, keys, maximumValidity ?? IdentitySignature.DefaultMaximumValidity);

    private static PixelEvent Event(in RequestFacts facts, in PixelCall call, in PayloadReader payload, bool signed)
    {
        var userId = signed ? call.UserId : null;
        return new()
        {
            RequestId = facts.Id,
            At = facts.At,
            Type = call.EventType!,
            EndpointId = call.EndpointId!,
            Attributes = payload.Attributes,
            Metrics = payload.Metrics,
            User = userId is null
                && payload.UserAttributes.Count == 0 ? null : new() { UserId = userId, Attributes = payload.UserAttributes },
        };
    }

    private static DroppedParameters Dropped(in PixelCall call, in PayloadReader payload, DateReader? dates, bool signed) => new()
    {
        Unlisted = payload.Unlisted,
        UnsignedUser = signed ? 0 : call.UserParameters + payload.Unsigned,
        Unknown = call.Unknown,
        UnknownTimeZone = dates?.IsZoneUnknown == true ? 1 : 0,
    };

    private static PixelRejected Rejected(in RequestFacts facts, in PixelCall call, Rejection rejection) => new()
    {
        RequestId = facts.Id,
        At = facts.At,
        Reason = rejection.Reason,
        EventType = ShownEventType.From(call.EventType, call.Planned),
        Message = rejection.Message,
    };
}
