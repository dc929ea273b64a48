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

    /// <param name="message">The message's body.</param>
    /// <param name="keys">
    /// The keys of identity signatures; null when they are not at hand, and then a message that carries a signature is
    /// <see cref="PixelUndecided"/>.
    /// </param>
    public PixelDecision Decide(ReadOnlySpan<char> message, SigningKeys? keys)
    {
        var rented = message.Length > CharactersOnStack ? ArrayPool<char>.Shared.Rent(message.Length) : null;
        var scratch = rented ?? stackalloc char[CharactersOnStack];
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

        var query = message[(lineEnd + 1)..];
        if (RequestFacts.Read(message[..lineEnd], scratch, out var problem) is not { } facts)
        {
            return new PixelUnreadable(problem!);
        }

        return PixelCall.Read(query, scratch, plan) is { } call
            ? Decide(facts, call, query, scratch, keys)
            : Rejected(facts, default, new(RejectionReason.MalformedQuery, "the query is not URL-encoded UTF-8"));
    }

    private PixelDecision Decide(in RequestFacts facts, in PixelCall call, ReadOnlySpan<char> query, Span<char> scratch, SigningKeys? keys)
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

        var payload = new PayloadReader(call.Planned, signed, DateReader.For(plan.Dates, signed ? call.TimeZone : null));
        objection = (signed ? SignatureObjection(call, facts.At, keys!) : null) ?? payload.Read(query, scratch);
        return objection is null ? Accepted(facts, call, payload, signed) : Rejected(facts, call, objection.Value);
    }

    private Rejection? SignatureObjection(in PixelCall call, DateTimeOffset at, SigningKeys keys) =>
        IdentityRules.SignatureObjection(call, at, keys, maximumValidity ?? IdentitySignature.DefaultMaximumValidity);

    private static PixelAccepted Accepted(in RequestFacts facts, in PixelCall call, PayloadReader payload, bool signed)
    {
        var userId = signed ? call.UserId : null;
        var recorded = new PixelEvent
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
        return new PixelAccepted(recorded, payload.Dropped);
    }

    private static PixelRejected Rejected(in RequestFacts facts, in PixelCall call, Rejection rejection) => new()
    {
        RequestId = facts.Id,
        At = facts.At,
        Reason = rejection.Reason,
        EventType = ShownEventType.From(call.EventType, call.Planned),
        Message = rejection.Message,
    };
}
