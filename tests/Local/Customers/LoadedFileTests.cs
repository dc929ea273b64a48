using System.Text.Json.Nodes;
using Engagement.CustomerFiles;
using Engagement.Customers;
using Engagement.Local.Customers;

namespace Local.Tests.Customers;

/// <summary>Files of customers, as a local run takes them. What a row may be tests of <c>customers import</c> say.</summary>
public sealed class LoadedFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customers-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(
        """
        Id,ChannelType,Address,OptOut,EffectiveDate,Location.Country,Location.Latitude,Demographic.Timezone,Attributes.page.last,Metrics.visits,User.UserId,User.UserAttributes.first_name,User.UserAttributes.tier,User.UserAttributes.tier,User.UserAttributes.language
        c1,EMAIL,c1@example.com,NONE,2026-01-01T00:00:00Z,DE,52.5,Europe/Berlin,"home, sweet home",3,u1,Zoë,gold,new,
        """)]
    [InlineData(
        """
        {"Id":"c1","ChannelType":"EMAIL","Address":"c1@example.com","OptOut":"NONE","EffectiveDate":"2026-01-01T00:00:00Z","Location":{"Country":"DE","Latitude":52.5},"Demographic":{"Timezone":"Europe/Berlin"},"Attributes":{"page.last":["home, sweet home"]},"Metrics":{"visits":3},"User":{"UserId":"u1","UserAttributes":{"first_name":["Zoë"],"tier":["gold","new"]}}}
        """)]
    public void Members_of_a_row_are_those_of_the_endpoint_that_Pinpoint_takes(string text)
    {
        var endpoint = EndpointItem.From(Assert.Single(Read(text)));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"Id":"c1","ChannelType":"EMAIL","Address":"c1@example.com","OptOut":"NONE","EffectiveDate":"2026-01-01T00:00:00Z","Location":{"Country":"DE","Latitude":52.5},"Demographic":{"Timezone":"Europe/Berlin"},
                 "Attributes":{"page.last":["home, sweet home"]},"Metrics":{"visits":3},"User":{"UserId":"u1","UserAttributes":{"first_name":["Zoë"],"tier":["gold","new"]}}}
                """),
            JsonNode.Parse(endpoint.ToJsonString())),
            endpoint.ToJsonString());
    }

    [Theory]
    [InlineData("+P30D", "2026-03-31T12:00:00Z")]
    [InlineData("+PT2H", "2026-03-01T14:00:00Z")]
    [InlineData("-P7DT3H", "2026-02-22T09:00:00Z")]
    [InlineData("2026-12-24T09:00:00Z", "2026-12-24T09:00:00Z")]
    [InlineData("+49 30 1234", "+49 30 1234")]
    public void Dates_of_attributes_may_count_from_now(string text, string value) => Assert.Equal(
        [value], Assert.Single(Read($"Id,ChannelType,User.UserAttributes.renewal_date\nc1,EMAIL,{text}")).UserAttributes["renewal_date"]);

    [Theory]
    [InlineData("Id,ChannelType,Metrics.visits\nc1,EMAIL,1\nc2,EMAIL,many", "customers.csv:3: Metrics.visits: is no number")]
    [InlineData(
        "Id,ChannelType,User.UserAttributes.renewal_date\nc1,EMAIL,+P3X",
        "customers.csv:2: '+P3X' is no date from now, such as +P30D or +PT2H")]
    [InlineData("Id,ChannelType,Address\nc1,EMAIL", "customers.csv:2: has 2 cells, and the header 3")]
    public void Mistake_of_a_row_is_named_with_file_and_line(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Id,ChannelType,User.Attributes.tier\nc1,EMAIL,x", "customers.csv:1: 'User.Attributes.tier': endpoints have no such member")]
    [InlineData("", "customers.csv: is empty.")]
    public void Mistake_of_the_whole_file_is_named(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<CustomerFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named_with_line()
    {
        var file = Path.Combine(folder.FullName, "customers.csv");
        File.WriteAllBytes(file, [.. "Id,ChannelType,User.UserAttributes.first_name\nc1,EMAIL,Zo"u8, 0xEB, .. "\n"u8]);
        Assert.Equal(
            "customers.csv:2: User.UserAttributes.first_name: the value holds U+FFFD, which stands for bytes that are not UTF-8",
            Assert.Throws<FormatException>(() => LoadedFile.Read(file, Now)).Message);
    }

    private IReadOnlyList<CustomerUpdate> Read(string text)
    {
        var file = Path.Combine(folder.FullName, "customers.csv");
        File.WriteAllText(file, text);
        return LoadedFile.Read(file, Now);
    }
}
