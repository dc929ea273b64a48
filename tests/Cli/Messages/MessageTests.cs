namespace Cli.Tests.Messages;

/// <summary>With the repository's own definitions.</summary>
public sealed class MessageTests
{
    private const string Template = "feature-release-premium";

    [Fact]
    public async Task A_preview_with_a_made_up_reader_needs_no_environment_and_names_what_the_event_has_to_bring()
    {
        var result = await CommandResult.RunAsync(["message", "preview", Template, "--attribute", "feature=Maps & more"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Subject: Maps & more is here, for you first\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("Hello [first_name],", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "<h1 style=\"font-size: 24px; line-height: 1.25\">Maps &amp; more is here</h1>", result.Output, StringComparison.Ordinal);
        Assert.Contains("Without a value: Attributes.event_url, Attributes.event_version\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("Topic news: marketing.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_of_a_text_counts_its_characters_and_parts_and_no_test_of_it_is_sent()
    {
        using var folder = new TestFolder();
        folder.Write("events.yaml", "events:", "  signup: { identity: anonymous }");
        Directory.CreateDirectory(folder["templates/news"]);
        folder.Write("templates/news/sms.txt", "Hello {{{Address}}}");

        var result = await CommandResult.RunAsync(["message", "preview", "news", "--definitions", folder["."]]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("--- sms\nHello reader@example.com\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("24 characters of GSM 03.38, 1 of at most 10 parts", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("Topic reminders: marketing.\n", result.Output, StringComparison.Ordinal);
        var refused = await CommandResult.RunAsync(
            ["message", "test-send", "news", "--to", "a@example.com", "--definitions", folder["."]]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("The template has no e-mail.", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_for_a_customer_shows_what_the_customer_has_not()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync("Id,ChannelType,Address,User.UserId", "e1,EMAIL,ada@example.com,ada");

        var told = await cloud.SucceedAsync("message", "preview", Template, "--customer", "ada", "--attribute", "feature=Maps");

        Assert.Contains("Hello,", told, StringComparison.Ordinal);
        Assert.Contains("User.UserAttributes.first_name", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_is_sent_to_the_address_alone_with_a_marked_subject_and_without_a_claim()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync("Id,ChannelType,Address,User.UserId", "e1,EMAIL,ada@example.com,ada");

        var told = await cloud.SucceedAsync(
            "message", "test-send", Template, "--to", "tester@example.com", "--customer", "ada", "--attribute", "feature=Maps");

        var mail = Assert.Single(cloud.Ses.Sent.All);
        Assert.Equal(("[Test] Maps is here, for you first", "tester@example.com"), (mail.Subject, Assert.Single(mail.Recipients).Address));
        Assert.StartsWith("Sent as ", told, StringComparison.Ordinal);
        Assert.Empty(cloud.Items("deliveries"));
    }

    [Fact]
    public async Task What_ses_refuses_is_told_with_its_words()
    {
        await using var cloud = await OperatedCloud.StartAsync();

        var result = await cloud.RunAsync("message", "test-send", Template, "--to", "no address");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("SES refused the message: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_pinpoint_a_test_is_for_the_console()
    {
        await using var cloud = await OperatedCloud.StartAsync(keepsCustomers: false);

        var result = await cloud.RunAsync("message", "test-send", Template, "--to", "a@b.example");

        Assert.Contains("'message preview' works here", result.Error, StringComparison.Ordinal);
    }
}
