using System.Globalization;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>The endpoints and users of one application. Thread-safe; each update is applied whole or not at all.</summary>
internal sealed class EndpointStore
{
    private readonly Lock gate = new();
    private readonly EndpointTables tables = new();
    private readonly UserMembership membership;
    private readonly string applicationId;
    private readonly TimeProvider clock;

    public EndpointStore(string applicationId, TimeProvider clock)
    {
        this.applicationId = applicationId;
        this.clock = clock;
        membership = new UserMembership(tables);
    }

    /// <summary>All endpoints, as answers show them.</summary>
    public IReadOnlyList<EndpointResponse> All
    {
        get
        {
            lock (gate)
            {
                return [.. tables.Endpoints.Select(Response)];
            }
        }
    }

    /// <summary>All endpoints with their users' attributes.</summary>
    public IReadOnlyList<Profile> Profiles
    {
        get
        {
            lock (gate)
            {
                return [.. tables.Endpoints.Select(Profile)];
            }
        }
    }

    /// <summary>All users.</summary>
    public IReadOnlyList<User> Users
    {
        get
        {
            lock (gate)
            {
                return [.. tables.Users];
            }
        }
    }

    /// <summary>An endpoint by its id, or null.</summary>
    public EndpointResponse? Find(string id)
    {
        lock (gate)
        {
            return tables.Endpoint(id) is { } endpoint ? Response(endpoint) : null;
        }
    }

    /// <summary>An endpoint with its user's attributes by its id, or null.</summary>
    public Profile? FindProfile(string id)
    {
        lock (gate)
        {
            return tables.Endpoint(id) is { } endpoint ? Profile(endpoint) : null;
        }
    }

    /// <summary>Endpoints of a user, empty where there is no such user.</summary>
    public IReadOnlyList<EndpointResponse> OfUser(string userId)
    {
        lock (gate)
        {
            return [.. (tables.User(userId)?.EndpointIds ?? []).Select(id => Response(tables.Endpoint(id)!))];
        }
    }

    /// <summary>Creates or updates endpoints: all of them, or none where one breaks a rule.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: the endpoint breaks a limit, or its user has as many as it
    /// may.</exception>
    public void Update(IEnumerable<(string Id, EndpointRequest Request)> updates, string requestId)
    {
        lock (gate)
        {
            tables.Change(() =>
            {
                foreach (var (id, request) in updates)
                {
                    UpdateOne(id, request, requestId);
                }
            });
        }
    }

    /// <summary>The id under which an endpoint is stored, which may differ in case, or the given one where there is none.</summary>
    public string StoredId(string id)
    {
        lock (gate)
        {
            return tables.Endpoint(id)?.Id ?? id;
        }
    }

    /// <summary>Removes an endpoint and answers what it was, or null where there is none.</summary>
    public EndpointResponse? Remove(string id)
    {
        lock (gate)
        {
            return tables.Endpoint(id) is { } endpoint ? RemoveOne(endpoint) : null;
        }
    }

    /// <summary>Removes all endpoints of a user, and with them the user; answers what they were.</summary>
    public IReadOnlyList<EndpointResponse> RemoveOfUser(string userId)
    {
        lock (gate)
        {
            return [.. (tables.User(userId)?.EndpointIds ?? []).Select(id => RemoveOne(tables.Endpoint(id)!)).ToList()];
        }
    }

    private void UpdateOne(string id, EndpointRequest request, string requestId)
    {
        EndpointRules.CheckUpdate(id, request);
        var existing = tables.Endpoint(id);
        var merged = membership.Apply(EndpointMerge.Apply(existing, id, request, clock.GetUtcNow(), requestId), request.User);
        EndpointRules.CheckResult(Response(merged));
        tables.SetEndpoint(merged.Id, merged);
        MoveAddress(existing?.Address, merged);
    }

    /// <summary>
    /// Of several endpoints with one address only the one updated last is active (service model, EndpointRequest.EndpointStatus).
    /// </summary>
    private void MoveAddress(string? before, Endpoint endpoint)
    {
        if (!string.IsNullOrEmpty(before) && before != endpoint.Address && tables.HolderOf(before) == endpoint.Id)
        {
            tables.SetHolder(before, null);
        }

        if (string.IsNullOrEmpty(endpoint.Address))
        {
            return;
        }

        if (tables.HolderOf(endpoint.Address) is { } holder && holder != endpoint.Id && tables.Endpoint(holder) is { } other)
        {
            tables.SetEndpoint(holder, other with { EndpointStatus = "INACTIVE" });
        }

        tables.SetHolder(endpoint.Address, endpoint.Id);
    }

    private EndpointResponse RemoveOne(Endpoint endpoint)
    {
        var response = Response(endpoint);
        tables.Change(() =>
        {
            membership.Leave(endpoint);
            tables.SetEndpoint(endpoint.Id, null);
            if (endpoint.Address is { Length: > 0 } address && tables.HolderOf(address) == endpoint.Id)
            {
                tables.SetHolder(address, null);
            }
        });
        return response;
    }

    private Profile Profile(Endpoint endpoint) =>
        new(endpoint, endpoint.UserId is { } userId ? tables.User(userId)!.Attributes : endpoint.OwnUserAttributes);

    private EndpointResponse Response(Endpoint endpoint)
    {
        var userAttributes = Profile(endpoint).UserAttributes;
        return new EndpointResponse
        {
            Address = endpoint.Address,
            ApplicationId = applicationId,
            Attributes = endpoint.Attributes.Count > 0 ? endpoint.Attributes : null,
            ChannelType = endpoint.ChannelType,
            CohortId = Cohort(endpoint.Id),
            CreationDate = Iso8601.Format(endpoint.CreationDate),
            Demographic = endpoint.Demographic,
            EffectiveDate = endpoint.EffectiveDate,
            EndpointStatus = endpoint.EndpointStatus,
            Id = endpoint.Id,
            Location = endpoint.Location,
            Metrics = endpoint.Metrics.Count > 0 ? endpoint.Metrics : null,
            OptOut = endpoint.OptOut,
            RequestId = endpoint.RequestId,
            User = endpoint.UserId is null && userAttributes.Count == 0 ? null : new EndpointResponseUser
            {
                UserId = endpoint.UserId,
                UserAttributes = userAttributes.Count > 0 ? userAttributes : null,
            },
        };
    }

    /// <summary>One of a hundred groups of about equal size, from the id, so that it stays.</summary>
    private static string Cohort(string id) =>
        (
            id.Aggregate(
                17u, (hash, character) => (hash * 31) + char.ToUpperInvariant(character)) % 100).ToString(CultureInfo.InvariantCulture);
}
