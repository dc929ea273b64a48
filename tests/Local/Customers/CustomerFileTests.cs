using System.Text.Json.Nodes;
using Engagement.Local.Customers;

namespace Local.Tests.Customers;

public sealed class CustomerFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customers-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Paths_of_the_header_become_members_of_the_endpoint_and_empty_cells_none()
    {
        var endpoint = Assert.Single(Read(
            """
            Id,ChannelType,Address,OptOut,Location.Country,Location.Latitude,Demographic.Timezone,Attributes.page.last,Metrics.visits,User.UserId,User.UserAttributes.first_name,User.UserAttributes.tier
            c1,EMAIL,c1@example.com,NONE,DE,52.5,Europe/Berlin,"home, sweet home",3,u1,Zoë,
            """));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"Id":"c1","ChannelType":"EMAIL","Address":"c1@example.com","OptOut":"NONE","Location":{"Country":"DE","Latitude":52.5},"Demographic":{"Timezone":"Europe/Berlin"},
                 "Attributes":{"page.last":["home, sweet home"]},"Metrics":{"visits":3},"User":{"UserId":"u1","UserAttributes":{"first_name":["Zoë"]}}}
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
    public void Dates_of_attributes_may_count_from_now(string text, string value) =>
        Assert.Equal(
            value,
            (string)Assert.Single(
                Read(
                    $"Id,ChannelType,User.UserAttributes.renewal_date\nc1,EMAIL,{text}"))["User"]!["UserAttributes"]!["renewal_date"]![0]!);

    [Theory]
    [InlineData("Id,ChannelType,User.Attributes.tier\nc1,EMAIL,x", "customers.csv:1: User.Attributes.tier: endpoints have no such member")]
    [InlineData("Id,ChannelType,Id\nc1,EMAIL,c1", "customers.csv:1: Id: the column is there 2 times")]
    [InlineData("Id,Address\nc1,x", "customers.csv:1: ChannelType: the column is missing")]
    [InlineData("", "customers.csv:1: The file is empty")]
    [InlineData("Id,ChannelType\nc1,EMAIL\nc2,MAIL", "customers.csv:3: ChannelType: 'MAIL' is none of ADM, ")]
    [InlineData("Id,ChannelType\nc1,EMAIL\n,EMAIL", "customers.csv:3: Id: it is missing")]
    [InlineData("Id,ChannelType\nc1,EMAIL\nC1,EMAIL", "customers.csv:3: Id: 'C1' is that of line 2, too")]
    [InlineData("Id,ChannelType,Metrics.visits\nc1,EMAIL,many", "customers.csv:2: Metrics.visits: 'many' is no number")]
    [
        InlineData(
            "Id,ChannelType,User.UserAttributes.renewal_date\nc1,EMAIL,+P3X",
            "customers.csv:2: User.UserAttributes.renewal_date: '+P3X' is no date from now")
    ]
    [InlineData("Id,ChannelType,Address\nc1,EMAIL", "customers.csv:2: The line has 2 cells, and the header 3")]
    [
        InlineData(
            "Id,ChannelType,User.UserAttributes.name\nc1,EMAIL,a\0b",
            "customers.csv:2: User.UserAttributes.name: the value holds a control character, such as a line break")
    ]
    [InlineData("Id,ChannelType,OptOut\nc1,MAIL,YES", "customers.csv:2: OptOut: 'YES' is neither ALL nor NONE")]
    public void Mistake_is_named_with_file_line_and_column(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named_with_line_and_column()
    {
        var file = Path.Combine(folder.FullName, "customers.csv");
        File.WriteAllBytes(file, [.. "Id,ChannelType,User.UserAttributes.first_name\nc1,EMAIL,Zo"u8, 0xEB, .. "\n"u8]);
        Assert.Equal(
            "customers.csv:2:12: the byte 0xEB is not UTF-8; save the file as UTF-8",
            Assert.Throws<FormatException>(() => CustomerFile.Read(file, Now)).Message);
    }

    private IReadOnlyList<JsonObject> Read(string text)
    {
        var file = Path.Combine(folder.FullName, "customers.csv");
        File.WriteAllText(file, text);
        return CustomerFile.Read(file, Now);
    }
}
