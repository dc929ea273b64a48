using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Conformance.Tests.DynamoDb;

/// <summary>The local DynamoDB beside dynalite, whose tests its authors validated on AWS.</summary>
public sealed class DynaliteTests(BothTables tables, ITestOutputHelper output) : IClassFixture<BothTables>
{
    private const int Requests = 2000;

    // As many differences as a person reads.
    private const int Shown = 25;

    /// <summary>CONFORMANCE_SEED repeats a run.</summary>
    [Fact]
    public async Task Both_answer_generated_requests_alike()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONFORMANCE_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"Seed {seed}");
        var requests = new GeneratedRequests(new Random(seed));
        var differences = new List<string>();
        for (var i = 0; i < Requests; i++)
        {
            differences.AddRange(await DifferencesAsync(requests, $"p{i}"));
        }

        output.WriteLine($"{differences.Count} differences in {Requests} requests.");
        Assert.True(
            differences.Count == 0,
            $"Seed {seed}; {differences.Count} differences, the first of "
                + $"them:{Environment.NewLine}{string.Join(Environment.NewLine, differences.Take(Shown))}");
    }

    /// <summary>Where an item is, what a request makes of it, and the item afterwards.</summary>
    private async Task<List<string>> DifferencesAsync(GeneratedRequests requests, string partition)
    {
        var put = new JsonObject { ["TableName"] = "things", ["Item"] = GeneratedRequests.Item(partition) };
        var get = new JsonObject { ["TableName"] = "things", ["Key"] = GeneratedRequests.Key(partition) };
        var (operation, body) = requests.Next(partition);
        var found = new List<string>();
        foreach (var (name, request) in new[] { ("PutItem", put), (operation, body), ("GetItem", get) })
        {
            var (ours, theirs) = (tables.Ours(name, request), await tables.TheirsAsync(name, request));
            var text = $"{operation} {body.ToJsonString()}";
            if (!ours.Agrees(theirs) && !KnownFault.All.Any(fault => fault.Explains(text, ours, theirs)))
            {
                found.Add($"{name} of {text}{Environment.NewLine}    here:     {ours}{Environment.NewLine}    dynalite: {theirs}");
            }

            // What the one did and the other refused leaves another item behind.
            if (!ours.Agrees(theirs))
            {
                break;
            }
        }

        return found;
    }
}
