using System.Text.Json.Nodes;
using Engagement.Definitions;
using Engagement.Infra.Gtm;
using FsCheck;
using FsCheck.Fluent;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Gtm;

/// <summary>The container that is imported into Google Tag Manager.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class GtmContainerTests
{
    private const string PixelUrl = "https://example.execute-api.eu-west-1.amazonaws.com/v1/events";

    // The tracking plan's own words, and what GTM, URLs and JSON treat in ways of their own; the plan allows all of it in names.
    private static readonly string[] Pieces =
    [
        "value", "a", "b", "1", "_", " ", "&", "<", ">", "\"", "'", "=", "+", "%", "é", "日本", "🎁", "{", "}", ".", "%41", "event", "_event",
    ];

    [Fact]
    public async Task The_stack_puts_out_a_container_with_a_tag_and_a_trigger_for_each_event()
    {
        var stack = await RecordingEngine.RunAsync();
        var container = (string)stack.Outputs["gtmContainer"]!;

        Assert.Empty(ContainerShape.Problems(container));
        Assert.Equal(
            [
                "appointment_booked", "cart_updated", "feature_used", "newsletter_signup", "purchase_success", "return_requested",
                "review_written", "subscription_cancelled", "subscription_started",
            ],
            EventsOf(container).Order());
        Assert.Equal(9, Entities(container, "tag").Count);
    }

    [Fact]
    public void Nothing_that_the_container_brings_can_overwrite_what_somebody_else_made() => Prop.ForAll(Plans, plan =>
    {
        var container = ContainerWriter.Write(PixelUrl, plan);
        Assert.All(
            new[] { "tag", "trigger", "variable" }.SelectMany(kind => Entities(container, kind).Keys),
            name => Assert.StartsWith("Engagement - ", name, StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_plan_gives_a_container_that_GTM_can_read() => Prop.ForAll(Plans, plan =>
    {
        var container = ContainerWriter.Write(PixelUrl, plan);
        Assert.Empty(ContainerShape.Problems(container));
        Assert.Equal(plan.Events.Select(planned => planned.Name), EventsOf(container));
        Assert.Equal(container, ContainerWriter.Write(PixelUrl, plan));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_event_leaves_all_other_entries_as_they_were() => Prop.ForAll(Plans, PlannedEvents, (plan, added) =>
    {
        if (plan.Find(added.Name) is not null)
        {
            return;
        }

        var before = ContainerWriter.Write(PixelUrl, plan);
        var after = ContainerWriter.Write(PixelUrl, plan with { Events = [added, .. plan.Events] });
        foreach (var kind in new[] { "tag", "trigger", "variable" })
        {
            var found = Entities(after, kind);
            Assert.All(Entities(before, kind), entity => Assert.Equal(entity.Value, found[entity.Key]));
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("purchase_success", "purchase_success")]
    [InlineData("it's <new> & \"free\"", "it_s _new_ _ _free_ (23abdb5e)")]
    [InlineData(" spaced ", "spaced (101876d4)")]
    public void A_name_that_GTM_refuses_is_replaced_by_one_that_no_other_name_has(string name, string expected) =>
        Assert.Equal(expected, EntityName.From(name));

    [Fact]
    public void Consent_of_an_event_is_the_tags()
    {
        var plan = TrackingPlan.Parse("events: { a: { identity: anonymous, consent: [ad_storage, ad_user_data] }, b: { identity: anonymous, consent: [] } }", "events.yaml");
        var tags = Entities(ContainerWriter.Write(PixelUrl, plan), "tag");

        Assert.Equal(
            """{"consentStatus":"NEEDED","consentType":{"type":"LIST","list":[{"type":"TEMPLATE","value":"ad_storage"},{"type":"TEMPLATE","value":"ad_user_data"}]}}""",
            JsonNode.Parse(tags["Engagement - a"])!["consentSettings"]!.ToJsonString());
        Assert.Equal("""{"consentStatus":"NOT_NEEDED"}""", JsonNode.Parse(tags["Engagement - b"])!["consentSettings"]!.ToJsonString());
    }

    [Fact]
    public void User_attributes_of_an_anonymous_event_bring_the_signature_that_they_need()
    {
        var plan = TrackingPlan.Parse("events: { a: { identity: anonymous, userAttributes: [tier] } }", "events.yaml");

        Assert.Equal($"{PixelUrl}?event=a&endpoint_id={{{{endpoint_id}}}}&usat_tier={{{{tier}}}}&user_id={{{{user_id}}}}&exp={{{{exp}}}}&sig={{{{sig}}}}", ImageUrls.Create(PixelUrl, plan)["a"]);
    }

    public static TheoryData<string, Action<JsonNode>> Violations => new()
    {
        { "$.fingerprint: is unknown", export => export["fingerprint"] = "1" },
        { "$.exportTime: is missing", export => export.AsObject().Remove("exportTime") },
        { "tag[0].firingTriggerId: is missing", export => Tag(export).Remove("firingTriggerId") },
        { "tag[0].consentSettings: is missing", export => Tag(export).Remove("consentSettings") },
        { "Engagement - a: fires on no trigger of the container", export => Tag(export)["firingTriggerId"] = new JsonArray("7") },
        { "Engagement - a: refers to no variable of the container", export => export["containerVersion"]!["variable"] = new JsonArray() },
        { "consentType.list: is missing", export => Tag(export)["consentSettings"]!["consentType"]!.AsObject().Remove("list") },
        { "list[0].value", export => Tag(export)["consentSettings"]!["consentType"]!["list"]![0]!["value"] = "analytics" },
        { "an id is given twice", export => Tag(export)["tagId"] = export["containerVersion"]!["trigger"]![0]!["triggerId"]!.DeepClone() },
        { "tag[0].name: a: b", export => Tag(export)["name"] = "a: b" },
        { "tag[0].tagId", export => Tag(export)["tagId"] = "2147479553" },
        { "tag[0].parameter", export => Tag(export)["parameter"]![0]!["value"] = "false" },
        { "customEventFilter[0].arg1", export =>
            export["containerVersion"]!["trigger"]![0]!["customEventFilter"]![0]!["parameter"]![1]!["value"] = "{{x}}" },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public void A_planted_mistake_is_found(string problem, Action<JsonNode> plant)
    {
        var export = JsonNode.Parse(
            ContainerWriter.Write(PixelUrl, TrackingPlan.Parse("events: { a: { identity: anonymous } }", "events.yaml")))!;
        plant(export);

        Assert.Contains(ContainerShape.Problems(export.ToJsonString()), found => found.EndsWith(problem, StringComparison.Ordinal));
    }

    private static JsonObject Tag(JsonNode export) => export["containerVersion"]!["tag"]![0]!.AsObject();

    private static Gen<string> Name => Gen.Elements(Pieces).NonEmptyListOf().Select(string.Concat)
        .Where(name => Engagement.NameRule.Objection(name) is null && !name.Contains("{{", StringComparison.Ordinal));

    private static Gen<List<string>> Names => Name.ListOf().Select(names => names.Distinct(StringComparer.Ordinal).Take(5).ToList());

    private static Gen<PlannedEvent> Planned =>
        from name in Name
        from identity in Gen.Elements(EventIdentity.Anonymous, EventIdentity.Signed)
        from consent in Gen.SubListOf(ConsentTypes.All.ToArray())
        from attributes in Names
        from metrics in Names
        from userAttributes in Names
        select new PlannedEvent
        {
            Name = name,
            Identity = identity,
            Consent = [.. consent],
            Attributes = attributes,
            Metrics = metrics,
            UserAttributes = userAttributes,
        };

    private static Arbitrary<PlannedEvent> PlannedEvents => Planned.ToArbitrary();

    private static Arbitrary<TrackingPlan> Plans =>
        Planned.ListOf()
            .Select(events => events.DistinctBy(planned => planned.Name, StringComparer.Ordinal).Take(12))
            .Select(events => new TrackingPlan { Events = [.. events] })
            .ToArbitrary();

    private static Dictionary<string, string> Entities(string container, string kind) =>
        JsonNode.Parse(container)!["containerVersion"]![kind]!.AsArray()
            .ToDictionary(entity => entity!["name"]!.GetValue<string>(), entity => entity!.ToJsonString());

    private static IEnumerable<string> EventsOf(string container) =>
        JsonNode.Parse(container)!["containerVersion"]!["trigger"]!.AsArray()
            .Select(trigger => trigger!["customEventFilter"]![0]!["parameter"]![1]!["value"]!.GetValue<string>());
}
