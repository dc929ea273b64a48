using System.Text;
using System.Text.Json;
using EndToEnd.Tests.Gtm;
using Engagement;
using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Engagement.Pixel;
using FsCheck;
using FsCheck.Fluent;
using Local.Tests.ApiGateway;
using Local.Tests.ApiGateway.Pixel;

namespace Local.Tests.Nothing;

/// <summary>
/// The gateway's mapping template, the pixel's rules, the template for Google Tag Manager and the documentation agree on what means
/// nothing.
/// </summary>
public sealed class NothingTests
{
    private const string PixelUrl = "https://example.execute-api.eu-west-1.amazonaws.com/v1/events";

    private static readonly PixelRules Rules = new(
        TrackingPlan.Parse(
            "events: { purchase: { identity: anonymous, attributes: [a], metrics: [m] } }",
            "events.yaml") with
        { AcceptUnknownEvents = true });

    private static readonly TemplateSandbox Tag = new(TagTemplate.Shipped);

    private static readonly Lazy<Task<ApiFixture>> Gateway = new(DeployAsync);

    public static TheoryData<string, string> Attributes => Cases(group => group.Attribute);

    public static TheoryData<string, string> Metrics => Cases(group => group.Metric);

    public static TheoryData<string, string> Events => Cases(group => group.Event);

    public static TheoryData<string, string> EndpointIds => Cases(group => group.EndpointId);

    [Theory]
    [MemberData(nameof(Attributes))]
    public async Task As_an_attribute_it_is_left_out_or_kept(string text, string outcome)
    {
        var isKept = outcome == "kept";
        Assert.Equal(200, await StatusAsync("purchase", "e", ("evat_a", text)));
        var recorded = Assert.IsType<PixelAccepted>(Decide("purchase", "e", ("evat_a", text))).Event;
        Assert.Equal(isKept ? text : null, recorded.Attributes.GetValueOrDefault("a"));
        Assert.Equal(
            isKept, Assert.Single(Fire("purchase", "e", ("attributes", "a", text)).Pixels).Contains("&evat_a=", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public async Task As_a_metric_it_is_left_out_or_a_number_or_rejects_the_event(string text, string outcome)
    {
        Assert.Equal(200, await StatusAsync("purchase", "e", ("evme_m", text)));
        var decision = Decide("purchase", "e", ("evme_m", text));
        Assert.Equal(outcome, decision switch
        {
            PixelRejected { Reason: RejectionReason.MetricNotANumber } => "rejected",
            PixelAccepted { Event.Metrics.Count: 0 } => "absent",
            PixelAccepted => "a number",
            _ => decision.ToString(),
        });
        Assert.Equal(
            outcome != "absent",
            Assert.Single(Fire("purchase", "e", ("metrics", "m", text)).Pixels).Contains("&evme_m=", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task As_an_event_it_is_refused_or_stored(string text, string outcome)
    {
        var isRefused = outcome == "400";
        Assert.Equal(isRefused ? 400 : 200, await StatusAsync(text, "e"));
        Assert.Equal(isRefused, Decide(text, "e") is PixelRejected { Reason: RejectionReason.MissingEvent });
        Assert.Equal(isRefused, Fire(text, "e") is { Pixels: [], Failed: true, Succeeded: false });
    }

    [Theory]
    [MemberData(nameof(EndpointIds))]
    public async Task As_an_endpoint_id_it_is_refused_or_stored(string text, string outcome)
    {
        var isRefused = outcome == "400";
        Assert.Equal(isRefused ? 400 : 200, await StatusAsync("purchase", text));
        Assert.Equal(
            isRefused,
            Decide("purchase", text) is PixelRejected { Reason: RejectionReason.MissingEndpointId or RejectionReason.IdNotAllowed });
        Assert.Equal(isRefused, Fire("purchase", text) is { Pixels: [], Failed: true, Succeeded: false });
    }

    [Fact]
    public void The_documentation_shows_the_cases() =>
        Assert.Contains(
            $"\n\n{NothingGroup.Table}\n\n",
            File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "gtm.md")),
            StringComparison.Ordinal);

    [Fact]
    public void Every_outcome_is_among_the_cases_and_no_text_stands_twice()
    {
        Assert.Equal(["absent", "kept"], NothingGroup.All.Select(group => group.Attribute).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["a number", "absent", "rejected"], NothingGroup.All.Select(group => group.Metric).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["400", "stored"], NothingGroup.All.Select(group => group.Event).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["400", "stored"], NothingGroup.All.Select(group => group.EndpointId).Distinct().Order(StringComparer.Ordinal));
        Assert.Distinct(NothingGroup.All.SelectMany(group => group.Texts));
    }

    [Fact]
    public void The_gateway_and_the_rules_agree_on_any_text() => Prop.ForAll(Texts, text =>
    {
        var isFit = text.Length <= Limits.IdLength && !text.AsSpan().ContainsAny('$', '{', '}');
        Assert.Equal(AbsentValue.IsAsId(text) || !isFit ? 400 : 200, StatusAsync("purchase", text).GetAwaiter().GetResult());
        // What is longer than any name is left to the rules.
        Assert.Equal(AbsentValue.Is(text) && text.Length <= Limits.IdLength ? 400 : 200, StatusAsync(text, "e").GetAwaiter().GetResult());
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(",")]
    [InlineData(" ")]
    [InlineData(", ")]
    [InlineData("null,")]
    [InlineData("undefined ")]
    public async Task No_long_text_takes_the_gateway_long(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, Limits.IdLength / part.Length))[..^1];
        Assert.Equal(200, await StatusAsync("purchase", $"{text}x"));
        Assert.Equal(200, await StatusAsync($"{text}x", "e"));
    }

    private static Arbitrary<string> Texts => Gen.Frequency(
            (6, Gen.Elements("undefined", "null", "NaN", "[object Object]", "true", "false", "0", "", " ", "\u00a0", "\ufeff", "\n")),
            (6, Gen.Elements(",", ", ")),
            (1, Gen.Elements("x", "{", "}", "$", "Null", "\u200b", "[", new string('y', 128))))
        .ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static TheoryData<string, string> Cases(Func<NothingGroup, string> outcome)
    {
        var cases = new TheoryData<string, string>();
        foreach (var group in NothingGroup.All)
        {
            group.Texts.ToList().ForEach(text => cases.Add(text, outcome(group)));
        }

        return cases;
    }

    private static async Task<int> StatusAsync(string @event, string endpointId, params (string Name, string Value)[] parameters) =>
        (await (await Gateway.Value).GetAsync($"/events?{Query(@event, endpointId, parameters)}")).StatusCode;

    private static PixelDecision Decide(string @event, string endpointId, params (string Name, string Value)[] parameters) =>
        Rules.Decide($"id=request&at=1767225600000&ua=&gpc=&dnt=&purpose=\n{Query(@event, endpointId, parameters)}", keys: null);

    private static string Query(string @event, string endpointId, (string Name, string Value)[] parameters) =>
        string.Join(
            '&',
            parameters.Prepend(("endpoint_id", endpointId))
                .Prepend(("event", @event))
                .Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}"));

    private static Firing Fire(string @event, string endpointId, (string Field, string Name, string Value)? row = null)
    {
        var fields = new Dictionary<string, object> { ["pixelUrl"] = PixelUrl, ["event"] = @event, ["endpointId"] = endpointId };
        if (row is { } given)
        {
            fields[given.Field] = new[] { new { name = given.Name, value = given.Value } };
        }

        return Tag.Fire(JsonSerializer.Serialize(fields));
    }

    // The queue refuses a request without a message, as SQS does.
    private static Task<ApiFixture> DeployAsync()
    {
        var pixel = new ApiFixture();
        pixel.Aws.Answer = (request, _) => Task.FromResult(
            RecordingEndpoint.Json(
                Encoding.UTF8.GetString(request.Body.Span).Contains("MessageBody", StringComparison.Ordinal) ? 200 : 400, "{}"));
        return pixel.DeployAsync(PixelFixture.Body);
    }
}
