using System.Globalization;
using System.Net;
using Engagement.Infra.Configuration;

namespace EndToEnd.Tests.Gtm;

/// <summary>
/// The sample in C# of how a site's back end signs, compiled into these tests. Those in other languages need their runtimes, and are run by
/// tests/Conformance.
/// </summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class SigningSampleTests(DevEnvironment environment)
{
    [Theory]
    [InlineData("user-7")]
    [InlineData("ü, 50%+7@example.com")]
    [InlineData("")]
    public async Task What_the_sample_signs_is_accepted(string userId)
    {
        var endpointId = $"sample é {Guid.NewGuid():n}";
        var expiry = (await environment.NowAsync() + TimeSpan.FromHours(1)).ToUnixTimeSeconds();
        using var response = await environment.LoadAsync(
            ("event", "subscription_started"),
            ("endpoint_id", endpointId),
            ("user_id", userId),
            ("exp", expiry.ToString(CultureInfo.InvariantCulture)),
            ("sig", IdentitySigner.Sign(endpointId, userId, expiry, DevEnvironment.SigningKey)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await environment.AdvanceAsync("PT5S");

        Assert.Single(await environment.EventsOfAsync(endpointId));
    }

    [Fact]
    public void The_documentation_shows_every_sample_as_it_is()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "gtm.md"));
        var samples = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "gtm", "signing"));

        Assert.NotEmpty(samples);
        Assert.All(samples, sample => Assert.Contains($"\n{File.ReadAllText(sample).TrimEnd()}\n```\n", page, StringComparison.Ordinal));
    }
}
