using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>
/// Which endpoints belong to which user, and the attributes that they share. What one endpoint's update says of the user holds for all
/// (developer guide, "Associating users with Amazon Pinpoint endpoints").
/// </summary>
internal sealed class UserMembership(EndpointTables tables)
{
    /// <summary>
    /// Channels whose endpoints give way to a further one (developer guide, "Managing an audience members maximum number of endpoints").
    /// </summary>
    private static readonly HashSet<string> GivingWay = new(StringComparer.Ordinal)
    {
        "ADM",
        "GCM",
        "APNS",
        "APNS_VOIP",
        "APNS_VOIP_SANDBOX",
        "BAIDU"
    };

    /// <summary>
    /// Applies what an update says of the user. An empty user id takes the endpoint from its user; a missing one leaves it there.
    /// </summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: the user has as many endpoints as it may.</exception>
    public Endpoint Apply(Endpoint endpoint, EndpointUser? update)
    {
        var joined = update?.UserId switch
        {
            null => endpoint,
            "" => Leave(endpoint),
            var id when id == endpoint.UserId => endpoint,
            var id => Join(Leave(endpoint), id),
        };
        if (joined.UserId is not { } userId)
        {
            return joined with { OwnUserAttributes = EndpointMerge.Attributes(joined.OwnUserAttributes, update?.UserAttributes) };
        }

        var user = tables.User(userId)!;
        tables.SetUser(userId, user with { Attributes = EndpointMerge.Attributes(user.Attributes, update?.UserAttributes) });
        return joined;
    }

    /// <summary>Takes an endpoint from its user; a user without endpoints is gone.</summary>
    public Endpoint Leave(Endpoint endpoint)
    {
        if (endpoint.UserId is { } id && tables.User(id) is { } user)
        {
            tables.SetUser(id, user with { EndpointIds = [.. user.EndpointIds.Where(each => each != endpoint.Id)] });
        }

        return endpoint with { UserId = null };
    }

    private Endpoint Join(Endpoint endpoint, string userId)
    {
        if (tables.User(userId) is { EndpointIds.Count: >= EndpointRules.MaximumOfUser } full)
        {
            MakeRoom(full, endpoint.ChannelType);
        }

        // Attributes given before there was a user become the user's only where they found it: an existing user's are not for strangers to
        // overwrite.
        var user = tables.User(userId) ?? new User(userId, endpoint.OwnUserAttributes, []);
        tables.SetUser(userId, user with { EndpointIds = [.. user.EndpointIds, endpoint.Id] });
        return endpoint with { UserId = userId, OwnUserAttributes = EndpointMerge.NoAttributes };
    }

    private void MakeRoom(User user, string? channelType)
    {
        var oldest = channelType is not null && GivingWay.Contains(channelType)
            ? user.EndpointIds.Select(id => tables.Endpoint(id)!)
                .Where(each => each.ChannelType is { } channel && GivingWay.Contains(channel))
                .MinBy(each => Iso8601.TryParse(each.EffectiveDate, out var date) ? date : each.CreationDate)
            : null;
        if (oldest is null)
        {
            throw PinpointError.BadRequest($"Exceeded maximum endpoint per user count: {EndpointRules.MaximumOfUser}");
        }

        tables.SetEndpoint(oldest.Id, Leave(oldest) with { EndpointStatus = "INACTIVE" });
    }
}
