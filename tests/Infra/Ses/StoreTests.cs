using System.Collections.Immutable;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Ses;

/// <summary>The tables and the archive of an environment on SES.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class StoreTests
{
    private const string Table = "aws:dynamodb/table:Table";

    [Theory]
    [InlineData("customers", "id", null, false)]
    [InlineData("customers-pointers", "id", null, false)]
    [InlineData("customers-dates", "bucket", "entry", true)]
    [InlineData("consents", "id", null, false)]
    [InlineData("campaigns-runs", "id", null, false)]
    [InlineData("deliveries", "id", null, true)]
    public async Task Tables_have_their_keys_and_forget_what_is_over(string name, string key, string? order, bool expires)
    {
        var table = (await SesStack.RunAsync()).One(Table, name);

        Assert.Equal((key, order), (table.Text("hashKey"), (string?)table.Inputs.GetValueOrDefault("rangeKey")));
        Assert.Equal(expires, table.Inputs.ContainsKey("ttl"));
        Assert.Equal("PAY_PER_REQUEST", table.Text("billingMode"));
        Assert.True((bool)table.Block("pointInTimeRecovery")["enabled"]);
        Assert.True((bool)table.Block("serverSideEncryption")["enabled"]);
    }

    [Fact]
    public async Task Runs_that_wait_are_found_by_the_time_that_they_are_due()
    {
        var index = (ImmutableDictionary<string, object>)Assert.Single(
            (ImmutableArray<object>)(await SesStack.RunAsync()).One(Table, "campaigns-runs").Inputs["globalSecondaryIndexes"]);

        Assert.Equal(("waiting", "waiting", "due"), (index["name"], index["hashKey"], index["rangeKey"]));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    public async Task Tables_are_protected_where_that_is_set(string? protect, bool expected)
    {
        var stack = await SesStack.RunAsync(protect is null ? [] : [("ses:protectCustomers", protect)]);

        Assert.Equal(
            [
                ("campaigns-runs", expected), ("consents", expected), ("customers", expected), ("customers-dates", expected),
                ("customers-pointers", expected), ("deliveries", expected),
            ],
            stack.Of(Table)
                // ledgers:protect is for those of every platform.
                .Where(table => !table.Name.EndsWith("-ledger", StringComparison.Ordinal))
                .Where(table => !table.Name.StartsWith("journeys-", StringComparison.Ordinal))
                .Select(table => (table.Name, (bool)table.Inputs["deletionProtectionEnabled"]))
                .OrderBy(table => table.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Events_are_always_archived_by_the_hour_of_their_arrival()
    {
        var stack = await SesStack.RunAsync();

        var files = stack.One("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "event-archive")
            .Block("extendedS3Configuration");
        Assert.Equal("events/dt=!{timestamp:yyyy-MM-dd}/hour=!{timestamp:HH}/", files["prefix"]);
        Assert.Empty(stack.Of("aws:pinpoint/eventStream:EventStream"));
    }

    [Fact]
    public async Task Athena_reads_the_files_where_Firehose_puts_them_and_as_far_back_as_they_are_kept()
    {
        var stack = await SesStack.RunAsync(("eventStream:retentionDays", "30"));

        var table = stack.One("aws:glue/catalogTable:CatalogTable", "event-catalog-events");
        Assert.Equal(("events", "engagement_ses"), (table.Text("name"), table.Text("databaseName")));
        var parameters = table.Block("parameters");
        Assert.Equal("s3://event-archive-bucket-id/events/dt=${dt}/hour=${hour}/", parameters["storage.location.template"]);
        Assert.Equal("NOW-30DAYS,NOW", parameters["projection.dt.range"]);
        Assert.Equal("s3://event-archive-bucket-id/events/", table.Block("storageDescriptor")["location"]);
        Assert.Equal(["dt", "hour"], Names(table.Inputs["partitionKeys"]));
        Assert.Equal(
            ["id", "at", "type", "endpoint", "customer", "attributes", "metrics"], Names(table.Block("storageDescriptor")["columns"]));
    }

    [Fact]
    public async Task Each_query_drops_repeated_events_and_names_days()
    {
        var queries = (await SesStack.RunAsync()).Of("aws:athena/namedQuery:NamedQuery").Select(query => query.Text("query")).ToList();

        Assert.Equal(2, queries.Count);
        Assert.All(queries, query => Assert.Contains("dt BETWEEN", query, StringComparison.Ordinal));
        Assert.All(queries, query => Assert.Matches("DISTINCT id|GROUP BY id", query));
    }

    [Fact]
    public async Task Answers_of_queries_are_encrypted_and_go_with_the_archive()
    {
        var workgroup = (await SesStack.RunAsync()).One("aws:athena/workgroup:Workgroup", "event-catalog-queries").Block("configuration");

        Assert.True((bool)workgroup["enforceWorkgroupConfiguration"]);
        var result = (ImmutableDictionary<string, object>)workgroup["resultConfiguration"];
        Assert.Equal("s3://event-archive-bucket-id/queries/", result["outputLocation"]);
        Assert.Equal(
            "SSE_S3", ((ImmutableDictionary<string, object>)result["encryptionConfiguration"])["encryptionOption"]);
    }

    private static IEnumerable<object> Names(object columns) =>
        ((ImmutableArray<object>)columns).Cast<ImmutableDictionary<string, object>>().Select(column => column["name"]);
}
