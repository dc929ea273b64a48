using System.IO.Compression;
using System.Text;

namespace Cli.Tests.Customers;

public sealed class ImportTests
{
    private const string Header =
        "Id,ChannelType,Address,OptOut,EffectiveDate,User.UserId,User.UserAttributes.tier,User.UserAttributes.tier";

    [Fact]
    public async Task A_csv_file_becomes_customers_with_addresses_attributes_and_dates()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        using var folder = new TestFolder();
        var file = folder.Write(
            "customers.csv",
            "Id,ChannelType,Address,User.UserId,User.UserAttributes.tier,User.UserAttributes.tier,User.UserAttributes.renewal_date,Metrics.visits",
            "e1,EMAIL,ada@example.com,ada,premium,beta,2099-01-01T08:00:00Z,3",
            "e2,SMS,14155550100,ada,,,,",
            "e3,EMAIL,bob@example.com,,standard,,,");

        var result = await cloud.RunAsync("customers", "import", file);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("customers.csv: 3 rows stored, 0 rejected, 0 visitors left out.\n", result.Output);
        Assert.Equal(["ada", "~e3"], cloud.Items("customers").Select(item => $"{item["id"]!["S"]}").Order(StringComparer.Ordinal));
        var ada = cloud.Items("customers").Single(item => $"{item["id"]!["S"]}" == "ada").ToJsonString();
        Assert.Contains("\"+14155550100\"", ada.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("""{"L":[{"S":"premium"},{"S":"beta"}]}""", ada, StringComparison.Ordinal);
        Assert.Single(cloud.Items("dates"));
        Assert.Equal(["customers.csv"], folder.Files);
    }

    [Fact]
    public async Task The_order_of_rows_and_a_second_run_change_nothing()
    {
        string[] rows =
        [
            .. Enumerable.Range(0, 18).Select(i =>
                $"e{i % 7},EMAIL,a{i % 5}@example.com,{(i % 3 == 0 ? "ALL" : "NONE")},2026-01-{1 + (i % 9):00}T00:00:00Z,u{i % 4},t{i},"),
        ];
        using var folder = new TestFolder();
        var forth = folder.Write("forth.csv", [Header, .. rows]);
        var back = folder.Write("back.csv", [Header, .. rows.Reverse()]);
        await using var one = await OperatedCloud.StartAsync();
        await using var other = await OperatedCloud.StartAsync();

        Assert.Equal(0, (await one.RunAsync("customers", "import", forth, "--parallel", "2")).ExitCode);
        Assert.Equal(0, (await other.RunAsync("customers", "import", back, "--parallel", "3")).ExitCode);
        var first = one.State();
        Assert.Equal(0, (await one.RunAsync("customers", "import", forth, "--parallel", "2")).ExitCode);

        Assert.Equal(first, one.State());
        Assert.Equal(Customers(first), Customers(other.State()));
    }

    [Fact]
    public async Task What_pinpoint_exports_is_read_although_its_name_says_nothing()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        using var folder = new TestFolder();
        var path = folder["export"];
        await using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(
                """
                {"Address":"ada@example.com","ApplicationId":"a","Attributes":{"colour":["red","blue"]},"ChannelType":"EMAIL","CohortId":"7","CreationDate":"2025-01-01T00:00:00Z","Demographic":{"Timezone":"Europe/Berlin","Make":null},"EffectiveDate":"2026-01-01T00:00:00Z","EndpointStatus":"INACTIVE","Id":"e1","Location":{"Country":"DE","Latitude":52.5},"Metrics":{"visits":3.0},"OptOut":"ALL","RequestId":"r","User":{"UserId":"ada","UserAttributes":{"tier":["premium"]}}}

                {"Id":"visitor","EndpointStatus":"ACTIVE","OptOut":"NONE","User":null}
                """));
        }

        var result = await cloud.RunAsync("customers", "import", path);

        Assert.Equal((0, "export: 1 rows stored, 0 rejected, 1 visitors left out.\n"), (result.ExitCode, result.Output));
        var ada = Assert.Single(cloud.Items("customers"))["endpoints"]!["M"]!["e1"]!["M"]!["fields"]!["M"]!;
        Assert.Equal(("ALL", "INACTIVE", "52.5"), (Value(ada, "OptOut"), Value(ada, "EndpointStatus"), Value(ada, "Location.Latitude")));
    }

    [Fact]
    public async Task Each_wrong_row_is_reported_by_its_line_and_without_values_and_the_others_are_stored()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        using var folder = new TestFolder();
        var long101 = new string('x', 101);
        string[] rows =
        [
            "e1,EMAIL,ada@example.com,NONE,,ada,premium,",
            "e2,PIGEON,secret2@example.com,NONE,,,,",
            "e3,EMAIL,secret3@example.com,MAYBE,,,,",
            "e4,EMAIL,secret4.example.com,NONE,,,,",
            "e5,SMS,secret5,NONE,,,,",
            "e6,EMAIL,secret6@example.com,NONE,yesterday,,,",
            "e7,EMAIL,secret7@example.com,NONE,2999-01-01T00:00:00Z,,,",
            "e8,EMAIL,secret8@example.com,NONE,,,,,one,more",
            "e9,EMAIL,secret9@example.com,NONE,,\"secret9,premium,",
            "e10,EMAIL,sec\"ret10@example.com,NO\"NE,,,,",
            $"e11,EMAIL,secret11@example.com,NONE,,u,{long101},",
            ",EMAIL,,NONE,,u,,",
            "e13{,EMAIL,secret13@example.com,NONE,,,,",
            "e14,,secret14@example.com,NONE,,u,,",
            "e15,EMAIL,secret15@example.com,NONE,,u,se\u0007cret,",
            "e16,EMAIL,secret\ufffd16@example.com,NONE,,u,,",
            "",
            "e18,EMAIL,bob@example.com,NONE,,bob,standard,",
            .. Enumerable.Range(0, 16).Select(i => $"m{i},EMAIL,many{i}@example.com,NONE,,many,,"),
        ];
        var file = folder.Write("wrong.csv", [Header, .. rows]);

        var result = await cloud.RunAsync("customers", "import", file, "--parallel", "1");

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("wrong.csv: 17 rows stored, 16 rejected, 0 visitors left out.\n", result.Output, StringComparison.Ordinal);
        var report = await File.ReadAllTextAsync(folder["wrong.csv.rejected.txt"]);
        Assert.Equal(
            """
            wrong.csv:3: the channel type is unknown
            wrong.csv:4: OptOut is neither ALL nor NONE
            wrong.csv:5: Address: is no e-mail address
            wrong.csv:6: Address: is no telephone number in E.164, such as +14155550100
            wrong.csv:7: EffectiveDate: is no instant such as 2026-12-01T09:00:00Z
            wrong.csv:8: EffectiveDate: lies in the future, and would outlast what customers say until then
            wrong.csv:9: has 10 cells, and the header 8; text with commas stands in quotes
            wrong.csv:10: a quote is not closed or stands within a value, or a value holds a line break
            wrong.csv:11: a quote is not closed or stands within a value, or a value holds a line break
            wrong.csv:12: a user attribute has a value of more than 100 characters
            wrong.csv:13: Id: is missing, and so is the Address or the ChannelType that one could be made of
            wrong.csv:14: the endpoint's id is empty, has more than 128 characters or one of $ { }
            wrong.csv:15: the endpoint has an address and no channel type
            wrong.csv:16: User.UserAttributes.tier: the value holds a control character, such as a line break
            wrong.csv:17: Address: the value holds U+FFFD, which stands for bytes that are not UTF-8
            wrong.csv:35: the user would have more than 15 endpoints

            """.ReplaceLineEndings("\n"),
            report);
        Assert.DoesNotContain("secret", report + result.Output, StringComparison.Ordinal);
        Assert.Equal(["wrong.csv", "wrong.csv.rejected.txt"], folder.Files);
    }

    [Fact]
    public async Task Wrong_lines_of_json_are_reported_as_those_of_csv_are()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        using var folder = new TestFolder();
        var file = folder.Write(
            "wrong.jsonl",
            """{"Id":"e1","Address":"ada@example.com","ChannelType":"EMAIL"}""",
            """{"Id":"secret",""",
            """["secret"]""",
            """{"Id":"e4","User":{"UserId":"u","Name":"secret"}}""",
            """{"Id":"e5","User":{"UserId":"u","UserAttributes":{"tier":["secret",5]}}}""",
            """{"Id":"e6","User":{"UserId":"u"},"Metrics":{"visits":"secret"}}""",
            """{"Id":"e7","Id":"secret","User":{"UserId":"u"}}""",
            """{"Id":"e8\ud800","User":{"UserId":"secret"}}""",
            new string(' ', 1024 * 1024) + "x");

        var result = await cloud.RunAsync("customers", "import", file);

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            wrong.jsonl:2: is no JSON object on a line of its own, with each member once
            wrong.jsonl:3: is no JSON object
            wrong.jsonl:4: User.Name: endpoints have no such member; '--ignore "User.Name"' leaves it out
            wrong.jsonl:5: User.UserAttributes.tier: is no list of texts
            wrong.jsonl:6: Metrics.visits: is no number
            wrong.jsonl:7: is no JSON object on a line of its own, with each member once
            wrong.jsonl:8: holds half of a surrogate pair, which is no character
            wrong.jsonl:9: is longer than an endpoint can be

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(folder["wrong.jsonl.rejected.txt"]));
    }

    [Theory]
    [InlineData("Id,Adress\n", "wrong.csv:1: 'Adress': endpoints have no such member.")]
    [InlineData("Id,Address,Address\n", "wrong.csv:1: Address: the column is there 2 times")]
    [InlineData("User.UserId\nada\n", "ids of users say nothing of customers")]
    [InlineData("", "wrong.csv: is empty.")]
    public async Task A_file_that_says_nothing_is_refused_as_a_whole(string text, string problem)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["wrong.csv"], text);

        var result = await CommandResult.RunAsync(["customers", "import", folder["wrong.csv"], "--dry-run"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(problem, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_endpoints_lack_can_be_left_out()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        using var folder = new TestFolder();
        var file = folder.Write("customers.csv", "Id,Address,ChannelType,Remark", "e1,ada@example.com,EMAIL,x");

        Assert.Equal(0, (await cloud.RunAsync("customers", "import", file, "--ignore", "Remark")).ExitCode);
    }

    [Fact]
    public async Task A_dry_run_checks_all_and_needs_no_environment()
    {
        using var folder = new TestFolder();
        var file = folder.Write(
            "customers.csv", Header, "e1,EMAIL,ada@example.com,NONE,,ada,premium,", "e2,EMAIL,ada@example.com,X,,ada,,");

        var result = await CommandResult.RunAsync(["customers", "import", file, "--dry-run"]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "customers.csv: 1 rows could be stored, 1 rejected, 0 visitors left out.\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["customers.csv", "customers.csv.dry-run.txt"], folder.Files);
    }

    [Fact]
    public async Task An_endpoint_without_an_id_gets_the_same_one_for_the_same_address()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        using var folder = new TestFolder();
        var file = folder.Write(
            "customers.csv",
            "ChannelType,Address,User.UserAttributes.tier,EffectiveDate",
            "EMAIL,Ada@example.com,standard,2026-01-01T00:00:00Z",
            "EMAIL,ada@example.com,premium,2026-01-02T00:00:00Z");

        Assert.Equal(0, (await cloud.RunAsync("customers", "import", file)).ExitCode);

        var customer = Assert.Single(cloud.Items("customers"));
        Assert.DoesNotContain("example", $"{customer["id"]}", StringComparison.Ordinal);
        Assert.Contains("premium", customer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_pinpoint_it_says_what_imports_there()
    {
        await using var cloud = await OperatedCloud.StartAsync(keepsCustomers: false);
        using var folder = new TestFolder();

        var result = await cloud.RunAsync("customers", "import", folder.Write("customers.csv", Header));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("aws pinpoint create-import-job", result.Error, StringComparison.Ordinal);
    }

    // Without customers whose endpoints all have gone to others: whether they were ever there depends on the order.
    private static string Customers(string state) => string.Join(
        '\n',
        state.Split('\n').Where(line => line.Contains("\"endpoints\":{\"M\":{\"", StringComparison.Ordinal)));

    private static string Value(System.Text.Json.Nodes.JsonNode fields, string name) => $"{fields[name]!["M"]!["is"]!["S"]}";
}
