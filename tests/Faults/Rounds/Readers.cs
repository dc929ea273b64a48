using EndToEnd.Tests.Platforms;
using Engagement.Consent;
using Engagement.Local.Platforms;

namespace Faults.Tests.Rounds;

/// <summary>Who wants no more messages in a round, and from when on the stack knows.</summary>
internal sealed class Readers(Round round)
{
    private const string Link = "List-Unsubscribe";

    private readonly HashSet<int> asked = [];
    private readonly List<Silence> silences = [];

    /// <summary>Customers who asked for no more marketing, and were answered with success.</summary>
    public IReadOnlySet<int> Asked => asked;

    /// <summary>From when on customers get nothing more.</summary>
    public IReadOnlyList<Silence> Silences => silences;

    /// <summary>A customer follows the link of the latest message that has one. Nothing happens where there is none.</summary>
    public async Task UnsubscribeAsync(int customer, bool oneClick)
    {
        if (LinkTo(round.Address(customer)) is not { } link)
        {
            return;
        }

        using var form = new FormUrlEncodedContent(oneClick
            ? [KeyValuePair.Create(Link, "One-Click")]
            : [KeyValuePair.Create("shown", "news"), KeyValuePair.Create("do", "save")]);
        using var answer = await round.Shop.Environment.Http.PostAsync(link, form);
        if (answer.IsSuccessStatusCode)
        {
            asked.Add(customer);
        }
    }

    /// <summary>A back end opts a customer out, which holds at once.</summary>
    public async Task OptOutAsync(int customer)
    {
        var endpoint = new { Id = round.Customer(customer), ChannelType = "EMAIL", Address = round.Address(customer), OptOut = "ALL" };
        await CustomerLines.LoadAsync(round.Shop.Environment, [endpoint]);
        silences.Add(new(customer, round.Shop.Platform.Sendings, IsTotal: true));
    }

    /// <summary>Notes which customers the stack now knows to want no more.</summary>
    public async Task LookAsync()
    {
        var keys = Enumerable.Range(0, Round.Customers).ToDictionary(number => AddressKey.From(round.Address(number)));
        var consents = await round.Shop.Platform.Consents([.. keys.Keys], CancellationToken.None);
        foreach (var (key, consent) in consents)
        {
            Note(new(keys[key], round.Shop.Platform.Sendings, consent.Suppression is not null), consent);
        }
    }

    private void Note(Silence silence, AddressConsent consent)
    {
        var isKnown = silences.Exists(known => known.Customer == silence.Customer && known.IsTotal == silence.IsTotal);
        if (!isKnown && (silence.IsTotal || !consent.Wants("news")))
        {
            silences.Add(silence);
        }
    }

    private Uri? LinkTo(string address) => round.Shop.Platform.Outbox
        .Where(message => message.Address == address)
        .SelectMany(message => message.Headers)
        .Where(header => header.Key == Link)
        .Select(header => new Uri(header.Value[1..^1]))
        .FirstOrDefault();
}
