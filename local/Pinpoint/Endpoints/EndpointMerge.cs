using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>
/// What an update makes of an endpoint: members that it gives are changed, all others stay. Of attributes and metrics those that are named
/// change, and their new values replace the old ones. An attribute given as an empty list loses its values and keeps its name, as the
/// Pinpoint
/// team describes it in aws/aws-sdk-js#3180.
/// </summary>
internal static class EndpointMerge
{
    /// <summary>No attributes.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> NoAttributes { get; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>No metrics.</summary>
    public static IReadOnlyDictionary<string, double> NoMetrics { get; } = new Dictionary<string, double>();

    /// <summary>The endpoint after the update, apart from its user.</summary>
    /// <param name="existing">The endpoint before, or null where the update creates it.</param>
    /// <param name="id">Its id, for a new one.</param>
    /// <param name="update">The update.</param>
    /// <param name="now">Effective date unless the update gives one, and creation date of a new endpoint.</param>
    /// <param name="requestId">The request, unless the update names it.</param>
    public static Endpoint Apply(Endpoint? existing, string id, EndpointRequest update, DateTimeOffset now, string requestId) => new()
    {
        Id = existing?.Id ?? id,
        Address = update.Address ?? existing?.Address,
        ChannelType = update.ChannelType ?? existing?.ChannelType,
        Attributes = Attributes(existing?.Attributes ?? NoAttributes, update.Attributes),
        Metrics = Metrics(existing?.Metrics ?? NoMetrics, update.Metrics),
        Demographic = Demographic(existing?.Demographic, update.Demographic),
        Location = Location(existing?.Location, update.Location),
        EffectiveDate = update.EffectiveDate ?? Iso8601.Format(now),
        // Set to ACTIVE by every update that says nothing else (service model, EndpointRequest).
        EndpointStatus = update.EndpointStatus ?? "ACTIVE",
        OptOut = update.OptOut ?? existing?.OptOut ?? "NONE",
        RequestId = update.RequestId ?? requestId,
        CreationDate = existing?.CreationDate ?? now,
        UserId = existing?.UserId,
        OwnUserAttributes = existing?.OwnUserAttributes ?? NoAttributes,
    };

    /// <summary>Attributes after a change of some of them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes(
        IReadOnlyDictionary<string, IReadOnlyList<string>> existing,
        IReadOnlyDictionary<string, IReadOnlyList<string>?>? changes)
    {
        if (changes is null or { Count: 0 })
        {
            return existing;
        }

        var merged = new Dictionary<string, IReadOnlyList<string>>(existing, StringComparer.Ordinal);
        foreach (var (name, values) in changes)
        {
            if (values is not null)
            {
                merged[name] = values;
            }
        }

        return merged;
    }

    private static IReadOnlyDictionary<string, double> Metrics(
        IReadOnlyDictionary<string, double> existing, IReadOnlyDictionary<string, double>? changes)
    {
        if (changes is null or { Count: 0 })
        {
            return existing;
        }

        var merged = new Dictionary<string, double>(existing, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            merged[name] = value;
        }

        return merged;
    }

    private static EndpointDemographic? Demographic(EndpointDemographic? existing, EndpointDemographic? change) =>
        existing is null || change is null ? change ?? existing : new EndpointDemographic
        {
            AppVersion = change.AppVersion ?? existing.AppVersion,
            Locale = change.Locale ?? existing.Locale,
            Make = change.Make ?? existing.Make,
            Model = change.Model ?? existing.Model,
            ModelVersion = change.ModelVersion ?? existing.ModelVersion,
            Platform = change.Platform ?? existing.Platform,
            PlatformVersion = change.PlatformVersion ?? existing.PlatformVersion,
            Timezone = change.Timezone ?? existing.Timezone,
        };

    // Latitude and longitude are kept to one decimal place (service model, EndpointLocation).
    private static EndpointLocation? Location(EndpointLocation? existing, EndpointLocation? change) =>
        change is null ? existing : new EndpointLocation
        {
            City = change.City ?? existing?.City,
            Country = change.Country ?? existing?.Country,
            Latitude = Rounded(change.Latitude) ?? existing?.Latitude,
            Longitude = Rounded(change.Longitude) ?? existing?.Longitude,
            PostalCode = change.PostalCode ?? existing?.PostalCode,
            Region = change.Region ?? existing?.Region,
        };

    private static double? Rounded(double? degrees) => degrees is { } value ? Math.Round(value, 1) : null;
}
