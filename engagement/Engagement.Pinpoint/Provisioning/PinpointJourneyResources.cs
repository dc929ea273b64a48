using System.Globalization;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Journeys by Pinpoint's API. It takes no tags with a new journey, so they follow in a call of their own.</summary>
public sealed class PinpointJourneyResources(PinpointApplication application) : IJourneyResources
{
    /// <summary>Tag with the hash of the declaration that a journey was made from.</summary>
    public const string DefinitionTag = "engagement:definition";

    /// <summary>Tag with the journey's fingerprint as it was made.</summary>
    public const string WrittenTag = "engagement:written";

    // A journey's name is its resource's and these digits of its definition.
    private const int Digits = 8;

    public async Task<IReadOnlyList<FoundJourney>> FindAsync(string name, CancellationToken cancellation)
    {
        var all = await PinpointApplication.AllAsync<JourneyResponse>(async token =>
        {
            var request = new ListJourneysRequest
            {
                ApplicationId = application.Id,
                PageSize = PinpointApplication.PageSize,
                Token = token,
            };
            var answer = await PinpointApplication.CallAsync(
                $"looking for journey '{name}'", application.Client.ListJourneysAsync(request, cancellation));
            return (answer.JourneysResponse.Item, answer.JourneysResponse.NextToken);
        });
        return
        [
            .. all.Where(journey => application.IsTagged(journey.Tags, name) || IsHalfMade(journey, name))
                .OrderBy(journey => journey.CreationDate, StringComparer.Ordinal)
                .Select(journey => Found(journey, journey.Tags ?? [])),
        ];
    }

    public async Task<FoundJourney> CreateAsync(string name, string definition, JourneyDeclaration journey, CancellationToken cancellation)
    {
        var create = new CreateJourneyRequest
        {
            ApplicationId = application.Id,
            WriteJourneyRequest = JourneyMapping.Request(NameOf(name, definition), journey),
        };
        var made = (await PinpointApplication.CallAsync(
            $"creating journey '{name}'",
            application.Client.CreateJourneyAsync(create, cancellation))).JourneyResponse;
        var tags = application.Tags(name);
        tags.Add(DefinitionTag, definition);
        tags.Add(WrittenTag, JourneyMapping.Fingerprint(made));
        var tag = new TagResourceRequest { ResourceArn = Arn(made.Id), TagsModel = new() { Tags = tags } };
        await PinpointApplication.CallAsync(
            $"tagging journey '{name}' ({made.Id})", application.Client.TagResourceAsync(tag, cancellation));
        return Found(made, tags);
    }

    public Task ActivateAsync(string id, string name, string definition, JourneyDeclaration journey, CancellationToken cancellation)
    {
        // Said in full again: what an update leaves out might not stay as it is.
        var write = JourneyMapping.Request(NameOf(name, definition), journey);
        write.State = State.ACTIVE;
        return PinpointApplication.CallAsync(
            $"activating journey '{name}' ({id})",
            application.Client.UpdateJourneyAsync(
                new() { ApplicationId = application.Id, JourneyId = id, WriteJourneyRequest = write }, cancellation));
    }

    public Task CancelAsync(string id, CancellationToken cancellation) => PinpointApplication.CallAsync(
        $"cancelling journey {id}",
        application.Client.UpdateJourneyStateAsync(
            new() { ApplicationId = application.Id, JourneyId = id, JourneyStateRequest = new() { State = State.CANCELLED } },
            cancellation));

    public Task DeleteAsync(string id, CancellationToken cancellation) => PinpointApplication.RemoveAsync(
        $"deleting journey {id}",
        application.Client.DeleteJourneyAsync(new() { ApplicationId = application.Id, JourneyId = id }, cancellation));

    private static bool IsHalfMade(JourneyResponse journey, string name) =>
        journey.State == State.DRAFT
        && journey.Tags is null or { Count: 0 }
        && journey.Name.Length == name.Length + 1 + Digits
        && journey.Name.StartsWith($"{name}-", StringComparison.Ordinal)
        && journey.Name.Skip(name.Length + 1).All(char.IsAsciiHexDigitLower);

    private static string NameOf(string name, string definition) => $"{name}-{definition[..Digits]}";

    private string Arn(string id) => application.Arn($"journeys/{id}");

    private FoundJourney Found(JourneyResponse journey, Dictionary<string, string> tags) => new()
    {
        Id = journey.Id,
        Arn = Arn(journey.Id),
        Phase = PhaseOf(journey.State),
        Definition = tags.GetValueOrDefault(DefinitionTag),
        IsEdited = tags.GetValueOrDefault(WrittenTag) is { } written && written != JourneyMapping.Fingerprint(journey),
        ChangedAt = DateTimeOffset.TryParse(
            journey.LastModifiedDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var changed)
                ? changed
                : DateTimeOffset.MinValue,
    };

    private static JourneyPhase PhaseOf(State? state) =>
        state == State.DRAFT ? JourneyPhase.Draft
        : state == State.ACTIVE ? JourneyPhase.Active
        : state == State.PAUSED ? JourneyPhase.Paused
        : JourneyPhase.Ended;
}
