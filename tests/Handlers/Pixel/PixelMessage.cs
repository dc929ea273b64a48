namespace Handlers.Tests.Pixel;

/// <summary>A message as the pixel's API makes it.</summary>
internal sealed class PixelMessage
{
    public static readonly DateTimeOffset DefaultTime = new(2026, 1, 31, 9, 30, 0, 250, TimeSpan.Zero);

    private readonly List<(string Name, string Value)> facts;
    private readonly List<(string Name, string Value)> query = [];

    public PixelMessage(string requestId = "request-1", DateTimeOffset? at = null) => facts =
    [
        ("id", requestId),
        ("at", (at ?? DefaultTime).ToUnixTimeMilliseconds().ToString()),
        ("ua", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36"),
        ("gpc", ""),
        ("dnt", ""),
        ("purpose", ""),
    ];

    /// <summary>An event of one endpoint.</summary>
    public static PixelMessage For(string eventType, string endpointId = "user-42") =>
        new PixelMessage().With("event", eventType).With("endpoint_id", endpointId);

    public PixelMessage With(string name, string value)
    {
        query.Add((name, value));
        return this;
    }

    public PixelMessage WithFact(string name, string value)
    {
        facts.RemoveAll(fact => fact.Name == name);
        facts.Add((name, value));
        return this;
    }

    public override string ToString() => $"{Line(facts)}\n{Line(query)}";

    private static string Line(IEnumerable<(string Name, string Value)> pairs) =>
        string.Join('&', pairs.Select(pair => $"{JavaUrlEncoder.Encode(pair.Name)}={JavaUrlEncoder.Encode(pair.Value)}"));
}
