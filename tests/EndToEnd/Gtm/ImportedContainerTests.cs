using System.Net;
using System.Text.RegularExpressions;
using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Infra.Tests.Gtm;

namespace EndToEnd.Tests.Gtm;

/// <summary>The container that the stack puts out, on a page.</summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class ImportedContainerTests(DevEnvironment environment)
{
    private static readonly TrackingPlan Plan = TrackingPlan.Load(Path.Combine(RepositoryRoot.Path, "definitions", "events.yaml"));

    [Fact]
    public async Task Every_tag_of_the_container_records_its_event_with_the_values_of_the_data_layer()
    {
        var container = await ContainerAsync();
        Assert.Empty(ContainerShape.Problems(container));

        var page = new TagManagerPage(container);
        var expires = await environment.NowAsync() + TimeSpan.FromHours(1);
        var samples = Plan.Events.Select(planned => new SampleEvent(planned, expires)).ToList();
        foreach (var sample in samples)
        {
            await LoadAsync(Assert.Single(page.Push(sample.DataLayerEntry)));
        }

        await environment.AdvanceAsync("PT5S");
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            await sample.AssertRecordedAsync(environment);
        }
    }

    [Theory]
    [MemberData(nameof(DatedEvent.Cases), MemberType = typeof(DatedEvent))]
    public async Task A_date_of_the_data_layer_is_stored_as_the_instant_that_it_is_in_the_time_zone(
        string date,
        string? zone,
        string instant)
    {
        var dated = new DatedEvent(date, zone, await environment.NowAsync() + TimeSpan.FromHours(1));
        await LoadAsync(Assert.Single(new TagManagerPage(await ContainerAsync()).Push(dated.DataLayerEntry)));
        await environment.AdvanceAsync("PT5S");

        await dated.AssertStoredAsync(environment, instant);
    }

    [Theory]
    [InlineData("value: undefined", null)]
    [InlineData("value: null", null)]
    [InlineData("value: {}", null)]
    [InlineData("value: ''", null)]
    [InlineData("", null)]
    [InlineData("value: [1, 2]", "1,2")]
    [InlineData("value: false", "false")]
    [InlineData("value: 0", "0")]
    public async Task A_variable_without_a_value_is_left_out_of_the_event(string pushed, string? recorded)
    {
        // The plan has a metric of this name, too, which refuses a list or a word; here only the attribute is asked about.
        var endpointId = $"gtm-{Guid.NewGuid():n}";
        var url = Assert.Single(
            new TagManagerPage(await ContainerAsync()).Push(
                $"{{ event: 'purchase_success', endpoint_id: '{endpointId}', currency: 'EUR', {pushed} }}"));
        await LoadAsync(Regex.Replace(url, "&evme_value=[^&]*", ""));
        await environment.AdvanceAsync("PT5S");

        var attributes = Assert.Single(await environment.EventsOfAsync(endpointId)).GetProperty("attributes");
        Assert.Equal("EUR", attributes.GetProperty("currency").GetString());
        Assert.Equal(recorded, attributes.TryGetProperty("value", out var value) ? value.GetString() : null);
    }

    [Fact]
    public async Task Nothing_is_fired_for_a_visitor_who_denied_what_the_plan_asks_for_or_for_an_event_that_it_does_not_list()
    {
        var page = new TagManagerPage(await ContainerAsync());
        Assert.Empty(page.Push("{ event: 'gtm.dom', endpoint_id: 'a' }"));
        Assert.Single(page.Push("{ event: 'newsletter_signup' }"));

        page.Deny("analytics_storage");
        Assert.Empty(page.Push("{ event: 'newsletter_signup' }"));
    }

    [Fact]
    public async Task A_tag_that_finds_no_endpoint_is_told_that_it_failed()
    {
        var url = Assert.Single(new TagManagerPage(await ContainerAsync()).Push("{ event: 'newsletter_signup' }"));
        Assert.Contains("endpoint_id=undefined", url, StringComparison.Ordinal);
        using var response = await environment.Http.GetAsync(new Uri(url));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<string> ContainerAsync() => (await environment.GetAsync("outputs")).GetProperty("gtmContainer").GetString()!;

    private async Task LoadAsync(string url)
    {
        using var response = await environment.Http.GetAsync(new Uri(url));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
