using System.Globalization;
using Engagement.Local.CloudWatch;
using Engagement.Local.Firehose;

namespace Local.Tests.Firehose;

/// <summary>When records come to be an object in the bucket, and what it holds.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Records_are_one_object_once_the_oldest_has_waited()
    {
        await using var archive = await ArchiveCloud.StartAsync(settings: ("bufferingInterval", 60.0));
        await archive.PutAsync("""{"id":1}""" + "\n", """{"id":2}""" + "\n");
        await archive.AdvanceAsync(TimeSpan.FromSeconds(59));
        await archive.PutAsync("""{"id":3}""" + "\n");
        Assert.Empty(archive.Objects);

        await archive.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n", ArchiveCloud.Text(Assert.Single(archive.Objects)));
        await archive.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(archive.Objects);
    }

    [Fact]
    public async Task Records_do_not_wait_once_there_are_enough()
    {
        await using var archive = await ArchiveCloud.StartAsync(settings: [("bufferingInterval", 900.0), ("bufferingSize", 1.0)]);
        var record = new string('x', 600_000);

        await archive.PutAsync(record);
        await archive.PutAsync(record);
        await archive.PutAsync(record);
        await archive.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal(1_200_000, Assert.Single(archive.Objects).Content.Length);
        await archive.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(2, archive.Objects.Count);
    }

    [Theory]
    [InlineData(null, "2026/03/01/12/events-1-2026-03-01-12-00-00-")]
    [InlineData("events/", "events/2026/03/01/12/events-1-2026-03-01-12-00-00-")]
    [InlineData("events/dt=!{timestamp:yyyy-MM-dd}/hour=!{timestamp:HH}/", "events/dt=2026-03-01/hour=12/events-1-2026-03-01-12-00-00-")]
    public async Task The_key_tells_when_the_oldest_record_came(string? prefix, string expected)
    {
        await using var archive = await ArchiveCloud.StartAsync(settings:
        [
            ("compressionFormat", "GZIP"),
            .. prefix is null ? [] : new[] { ("prefix", (object)prefix) },
        ]);
        await archive.PutAsync("größe\n");
        await archive.AdvanceAsync(TimeSpan.FromHours(1));

        var stored = Assert.Single(archive.Objects);
        Assert.StartsWith(expected, stored.Key, StringComparison.Ordinal);
        Assert.EndsWith(".gz", stored.Key, StringComparison.Ordinal);
        Assert.Equal("größe\n", ArchiveCloud.Unzipped(stored));
    }

    [Fact]
    public async Task A_stream_that_may_not_write_tries_for_a_day_says_so_and_drops()
    {
        await using var archive = await ArchiveCloud.StartAsync(
            """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::archive/*"}""");
        await archive.PutAsync("x");
        var firehose = archive.Cloud.Local.Service<FirehoseService>();

        await archive.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.Single(firehose.RecordsOf("events"));
        await archive.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Empty(firehose.RecordsOf("events"));
        Assert.Empty(archive.Objects);
        var line = archive.Cloud.Local.Service<Logs>().Groups.Single(group => group.Name == ArchiveCloud.Log).Lines()[0];
        Assert.Contains("s3:PutObject", line.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_bucket_s_policy_denies_is_not_written()
    {
        await using var archive = await ArchiveCloud.StartAsync();
        await archive.Cloud.CreateAsync("aws:s3/bucketPolicy:BucketPolicy", ("bucket", "archive"), ("policy", """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::archive/*","Principal":"*"}]}
            """));
        await archive.PutAsync("x");
        await archive.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Empty(archive.Objects);

        await archive.Cloud.RemoveLatestAsync();
        await archive.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(archive.Objects);
    }

    [Fact]
    public async Task A_bucket_with_objects_stays()
    {
        await using var archive = await ArchiveCloud.StartAsync();
        await archive.PutAsync("x");
        await archive.AdvanceAsync(TimeSpan.FromHours(1));

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            for (var i = 0; i < 4; i++)
            {
                await archive.Cloud.RemoveLatestAsync();
            }
        });

        Assert.Contains("not empty", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bufferingInterval", 901, "bufferingInterval is 901, which is not 0 to 900")]
    [InlineData("bufferingSize", 0, "bufferingSize is 0, which is not 1 to 128")]
    [InlineData("compressionFormat", "Snappy", "compressionFormat is Snappy, but this local cloud has GZIP and UNCOMPRESSED")]
    [InlineData("prefix", "x/!{partitionKeyFromQuery:a}/", "prefix holds !{partitionKeyFromQuery:a}")]
    [InlineData("processingConfiguration", "x", "processingConfiguration is not done by this local cloud")]
    public async Task A_setting_that_is_wrong_or_not_done_is_refused(string key, object value, string problem)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => ArchiveCloud.StartAsync(
                settings: (key, value is int number ? Convert.ToDouble(number, CultureInfo.InvariantCulture) : value)));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }
}
