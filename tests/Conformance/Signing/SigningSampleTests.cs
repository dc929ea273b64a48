using System.Diagnostics;
using System.Globalization;
using System.Net;
using Conformance.Tests.Tools;
using EndToEnd.Tests;
using Engagement.Infra.Configuration;

namespace Conformance.Tests.Signing;

/// <summary>The samples of gtm/signing, each in its own language: what they sign, the pixel accepts.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class SigningSampleTests(DevEnvironment environment)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "gtm", "signing");

    /// <summary>All samples but the one in C#, which every run of the tests compiles.</summary>
    public static TheoryData<string> Samples => [.. Files];

    private static IEnumerable<string> Files =>
        new DirectoryInfo(Folder).EnumerateFiles().Where(file => file.Extension != ".cs").Select(file => file.Name).Order();

    [Fact]
    public void Samples_are_found() => Assert.Equal<IEnumerable<string>>(["sign.mjs", "sign.php", "sign.py"], Files);

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task What_a_sample_signs_is_accepted(string sample)
    {
        foreach (var (name, userId) in new[] { ("plain", "user-7"), ("an é, a % and a +", "u+7@example.com"), ("without a user", "") })
        {
            var endpointId = $"{sample} {name} {Guid.NewGuid():n}";
            var expiry = (await environment.NowAsync() + TimeSpan.FromHours(1)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var signature = await SignAsync(sample, endpointId, userId, expiry);
            using var response = await environment.LoadAsync(
                ("event", "subscription_started"),
                ("endpoint_id", endpointId),
                ("user_id", userId),
                ("evat_plan", "gold"),
                ("exp", expiry),
                ("sig", signature));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            await environment.AdvanceAsync("PT5S");

            Assert.Single(await environment.EventsOfAsync(endpointId));
        }
    }

    private static async Task<string> SignAsync(string sample, string endpointId, string userId, string expiry)
    {
        var start = Path.GetExtension(sample) switch
        {
            ".mjs" => new ProcessStartInfo(
                Executable.Find("node", "Node.js 20 or newer"),
                [
                    "--input-type=module",
                    "--eval",
                    $"import {{ sign }} from './{sample}'; console.log(sign(...process.argv.slice(1), process.env.SIGNING_KEY));",
                    "--",
                    endpointId,
                    userId,
                    expiry,
                ]),
            ".py" => new ProcessStartInfo(
                Executable.Find("python3", "Python 3"),
                [
                    "-B",
                    "-X",
                    "utf8",
                    "-c",
                    "import os, sys; sys.path.insert(0, '.'); from sign import sign; print(sign(*sys.argv[1:], os.environ['SIGNING_KEY']))",
                    endpointId,
                    userId,
                    expiry,
                ]),
            ".php" => new ProcessStartInfo(
                Executable.Find("php", "PHP's command line"),
                [
                    "-r",
                    $"require './{sample}'; echo sign($argv[1], $argv[2], (int) $argv[3], getenv('SIGNING_KEY'));",
                    "--",
                    endpointId,
                    userId,
                    expiry,
                ]),
            var other => throw new NotSupportedException($"Say here how a sample that ends in '{other}' is run."),
        };
        start.WorkingDirectory = Folder;
        start.Environment["SIGNING_KEY"] = DevEnvironment.SigningKey;
        var run = await ProgramRun.OfAsync(start);
        Assert.True(run.ExitCode == 0, $"{sample}: {run.Errors}");
        return run.Output.Trim();
    }
}
