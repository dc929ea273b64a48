using Engagement.Infra.Configuration;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>The same announcement by journey and by state machine: one word of its definition decides, and customers see no difference.</summary>
public sealed class OneWordTests
{
    [Fact]
    public async Task The_same_messages_reach_the_same_customers_whichever_way_the_announcement_goes()
    {
        var folder = Directory.CreateTempSubdirectory("definitions");
        try
        {
            CopyDefinitions(folder.FullName);
            var byJourney = await MessagesAsync();
            var byStateMachine = await MessagesAsync(("definitions:directory", folder.FullName));

            // Ada and Cyd at once, Bob not, whose language is another, and Ada again two days later.
            Assert.Equal(["ada", "ada", "cyd"], byJourney.Select(message => message.Endpoint));
            Assert.Equal(byJourney, byStateMachine);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void CopyDefinitions(string target)
    {
        var source = Path.Combine(RepositoryRoot.Path, "definitions");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var announcements = Path.Combine(target, "announcements.yaml");
        var text = File.ReadAllText(announcements);
        Assert.Single(text.Split("via: journey\n")[1..]);
        File.WriteAllText(announcements, text.Replace("via: journey\n", "via: stepFunctions\n", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<(string Endpoint, string Subject, string Body)>> MessagesAsync(params (string Key, string Value)[] settings)
    {
        var environment = new CompanyEventsEnvironment(settings);
        await environment.InitializeAsync();
        try
        {
            await environment.ReleaseFeatureAsync("release-1");
            await environment.Dev.AdvanceAsync("PT30M");
            Assert.Equal(["ada", "cyd"], await environment.ReceiversAsync());
            await environment.Dev.AdvanceAsync("P3D");
            return [.. (await environment.MessagesAsync())
                .Select(message => (message.GetProperty("endpointId").GetString()!, message.GetProperty("subject").GetString()!, message.GetProperty("body").ToString()))
                .Order()];
        }
        finally
        {
            await environment.DisposeAsync();
        }
    }
}
