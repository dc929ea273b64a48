using System.Globalization;
using System.Xml;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Times;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Journeys by Pinpoint's API. It takes no tags with a new journey, so they follow in a call of their own.</summary>
public sealed class PinpointJourneyResources(PinpointApplication application, TimeProvider time) : IJourneyResources
{
    /// <summary>Tag with the hash of the declaration that a journey was made from.</summary>
    public const string DefinitionTag = "engagement:definition";

    /// <summary>Tag with the journey's fingerprint as it was made.</summary>
    public const string WrittenTag = "engagement:written";

    /// <summary>Tag with how long the journey lets those who are inside go on once it was replaced.</summary>
    public const string DrainForTag = "engagement:drainFor";

    /// <summary>Tag with when the journey is cancelled, once it was replaced.</summary>
    public const string DrainsUntilTag = "engagement:drainsUntil";

    /// <summary>
    /// How long endpoints enter a journey that may drain: a day less than the 540 days that Pinpoint runs a journey for ("Journey quotas"
    /// in the developer guide). Its end is set, because Pinpoint then lets those who are inside go on.
    /// </summary>
    public static readonly TimeSpan Open = TimeSpan.FromDays(539);

    // A journey's name is its resource's and these digits of its definition.
    private const int Digits = 8;

    public async Task<IReadOnlyList<FoundJourney>> FindAsync(string name, CancellationToken cancellation)
    {
        var all = await ListAsync($"looking for journey '{name}'", cancellation);
        return
        [
            .. all.Where(journey => application.IsTagged(journey.Tags, name) || IsHalfMade(journey, name))
                .OrderBy(journey => journey.CreationDate, StringComparer.Ordinal)
                .Select(journey => Found(journey, journey.Tags ?? [])),
        ];
    }

    public async Task<IReadOnlyList<(string Name, FoundJourney Journey)>> FindDrainableAsync(CancellationToken cancellation)
    {
        var all = await ListAsync("looking for journeys that may drain", cancellation);
        return
        [
            .. from journey in all
               where journey.Tags?.ContainsKey(DrainForTag) == true
               let name = application.NameOf(journey.Tags)
               where name is not null
               orderby name, journey.CreationDate
               select (name, Found(journey, journey.Tags)),
        ];
    }

    public async Task<IReadOnlyList<FoundJourney>> FindEventStartedAsync(CancellationToken cancellation) =>
    [
        .. (await ListAsync("counting journeys", cancellation))
            .Where(journey => journey.State == State.ACTIVE && journey.StartCondition?.EventStartCondition is not null)
            .Select(journey => Found(journey, journey.Tags ?? [])),
    ];

    public async Task<FoundJourney> CreateAsync(string name, string definition, JourneyDeclaration journey, CancellationToken cancellation)
    {
        var create = new CreateJourneyRequest
        {
            ApplicationId = application.Id,
            WriteJourneyRequest = Request(name, definition, journey),
        };
        var made = (await PinpointApplication.CallAsync(
            $"creating journey '{name}'",
            application.Client.CreateJourneyAsync(create, cancellation))).JourneyResponse;
        var tags = application.Tags(name);
        tags.Add(DefinitionTag, definition);
        tags.Add(WrittenTag, JourneyMapping.Fingerprint(made));
        if (journey.DrainFor is { } drainFor)
        {
            tags.Add(DrainForTag, drainFor);
        }

        await TagAsync(made.Id, tags, cancellation);
        return Found(made, tags);
    }

    public Task ActivateAsync(string id, string name, string definition, JourneyDeclaration journey, CancellationToken cancellation)
    {
        // Said in full again: what an update leaves out might not stay as it is.
        var write = Request(name, definition, journey);
        write.State = State.ACTIVE;
        return PinpointApplication.CallAsync(
            $"activating journey '{name}' ({id})",
            application.Client.UpdateJourneyAsync(
                new() { ApplicationId = application.Id, JourneyId = id, WriteJourneyRequest = write }, cancellation));
    }

    public Task DrainAsync(string id, DateTimeOffset until, CancellationToken cancellation) =>
        TagAsync(id, new() { [DrainsUntilTag] = IsoInstant.Format(until) }, cancellation);

    public Task KeepAsync(string id, CancellationToken cancellation) => PinpointApplication.CallAsync(
        $"untagging journey {id}",
        application.Client.UntagResourceAsync(new() { ResourceArn = Arn(id), TagKeys = [DrainsUntilTag] }, cancellation));

    public async Task<string> RenewAsync(string id, CancellationToken cancellation)
    {
        var get = new GetJourneyRequest { ApplicationId = application.Id, JourneyId = id };
        var old = (await PinpointApplication.CallAsync(
            $"reading journey {id}", application.Client.GetJourneyAsync(get, cancellation))).JourneyResponse;
        var write = Successor(old);
        var create = new CreateJourneyRequest { ApplicationId = application.Id, WriteJourneyRequest = write };
        var made = (await PinpointApplication.CallAsync(
            $"renewing journey {id}", application.Client.CreateJourneyAsync(create, cancellation))).JourneyResponse;
        await TagAsync(made.Id, new(old.Tags), cancellation);
        write.State = State.ACTIVE;
        await PinpointApplication.CallAsync(
            $"activating journey {made.Id}",
            application.Client.UpdateJourneyAsync(
                new() { ApplicationId = application.Id, JourneyId = made.Id, WriteJourneyRequest = write }, cancellation));
        return made.Id;
    }

    public Task CancelAsync(string id, CancellationToken cancellation) => PinpointApplication.CallAsync(
        $"cancelling journey {id}",
        application.Client.UpdateJourneyStateAsync(
            new() { ApplicationId = application.Id, JourneyId = id, JourneyStateRequest = new() { State = State.CANCELLED } },
            cancellation));

    public Task DeleteAsync(string id, CancellationToken cancellation) => PinpointApplication.RemoveAsync(
        $"deleting journey {id}",
        application.Client.DeleteJourneyAsync(new() { ApplicationId = application.Id, JourneyId = id }, cancellation));

    private static WriteJourneyRequest Successor(JourneyResponse journey)
    {
        var start = journey.Schedule.EndTime!.Value;
        return new()
        {
            Name = journey.Name,
            State = State.DRAFT,
            StartActivity = journey.StartActivity,
            StartCondition = journey.StartCondition,
            Activities = journey.Activities,
            Limits = journey.Limits,
            Schedule = new() { StartTime = start, EndTime = start + Open },
        };
    }

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static bool IsHalfMade(JourneyResponse journey, string name) =>
        journey.State == State.DRAFT
        && journey.Tags is null or { Count: 0 }
        && journey.Name.Length == name.Length + 1 + Digits
        && journey.Name.StartsWith($"{name}-", StringComparison.Ordinal)
        && journey.Name.Skip(name.Length + 1).All(char.IsAsciiHexDigitLower);

    private static string NameOf(string name, string definition) => $"{name}-{definition[..Digits]}";

    private string Arn(string id) => application.Arn($"journeys/{id}");

    private WriteJourneyRequest Request(string name, string definition, JourneyDeclaration journey)
    {
        var request = JourneyMapping.Request(NameOf(name, definition), journey);
        if (journey.DrainFor is not null)
        {
            request.Schedule = new() { EndTime = (time.GetUtcNow() + Open).UtcDateTime };
        }

        return request;
    }

    private Task<TagResourceResponse> TagAsync(string id, Dictionary<string, string> tags, CancellationToken cancellation)
    {
        var tag = new TagResourceRequest { ResourceArn = Arn(id), TagsModel = new() { Tags = tags } };
        return PinpointApplication.CallAsync($"tagging journey {id}", application.Client.TagResourceAsync(tag, cancellation));
    }

    private Task<List<JourneyResponse>> ListAsync(string purpose, CancellationToken cancellation) =>
        PinpointApplication.AllAsync<JourneyResponse>(async token =>
        {
            var request = new ListJourneysRequest
            {
                ApplicationId = application.Id,
                PageSize = PinpointApplication.PageSize,
                Token = token,
            };
            var answer = await PinpointApplication.CallAsync(purpose, application.Client.ListJourneysAsync(request, cancellation));
            return (answer.JourneysResponse.Item, answer.JourneysResponse.NextToken);
        });

    private FoundJourney Found(JourneyResponse journey, Dictionary<string, string> tags) => new()
    {
        Id = journey.Id,
        Arn = Arn(journey.Id),
        Phase = PhaseOf(journey.State),
        Definition = tags.GetValueOrDefault(DefinitionTag),
        IsEdited = tags.GetValueOrDefault(WrittenTag) is { } written && written != JourneyMapping.Fingerprint(journey),
        ChangedAt = Instant(journey.LastModifiedDate) ?? DateTimeOffset.MinValue,
        DrainFor = tags.GetValueOrDefault(DrainForTag) is { } drainFor ? XmlConvert.ToTimeSpan(drainFor) : null,
        DrainsUntil = Instant(tags.GetValueOrDefault(DrainsUntilTag)),
        Ends = journey.Schedule?.EndTime is { } end ? new DateTimeOffset(end.ToUniversalTime()) : null,
    };

    private static JourneyPhase PhaseOf(State? state) =>
        state == State.DRAFT ? JourneyPhase.Draft
        : state == State.ACTIVE ? JourneyPhase.Active
        : state == State.PAUSED ? JourneyPhase.Paused
        : JourneyPhase.Ended;
}
