using System.Text.Json.Nodes;

namespace Local.Tests.Ses;

/// <summary>What the topic of a configuration set hears of messages.</summary>
public sealed class FeedbackTests
{
    private const string Simulator = "simulator.amazonses.com";

    [Theory]
    [InlineData("a@example.net", "Send Delivery")]
    [InlineData($"success@{Simulator}", "Send Delivery")]
    [InlineData($"ooto@{Simulator}", "Send Delivery")]
    [InlineData($"bounce@{Simulator}", "Send Bounce")]
    [InlineData($"Bounce+c1@{Simulator}", "Send Bounce")]
    [InlineData($"complaint+c1@{Simulator}", "Send Delivery Complaint")]
    [InlineData($"suppressionlist@{Simulator}", "Send Bounce")]
    public async Task The_address_decides_what_happens(string address, string expected)
    {
        await using var email = await EmailCloud.StartAsync();

        await email.SendAsync(EmailCloud.Mail(address));

        Assert.Equal(
            expected.Split(' ').Order(), (await email.FeedbackAsync()).Select(@event => (string)@event["eventType"]!).Order());
    }

    [Fact]
    public async Task An_event_says_which_message_it_is_of()
    {
        await using var email = await EmailCloud.StartAsync(eventTypes: "BOUNCE");
        var sent = await email.SendAsync(EmailCloud.Mail($"bounce@{Simulator}"));

        var bounce = Assert.Single(await email.FeedbackAsync());

        var mail = bounce["mail"]!;
        Assert.Equal((string?)sent.Body["MessageId"], (string?)mail["messageId"]);
        Assert.Equal("release-1", (string?)mail["tags"]!["announcement"]![0]);
        Assert.Equal("mail", (string?)mail["tags"]!["ses:configuration-set"]![0]);
        Assert.Equal($"bounce@{Simulator}", (string?)mail["destination"]![0]);
        Assert.Equal("Größe 42", (string?)mail["commonHeaders"]!["subject"]);
        Assert.Equal(
            ("Permanent", "General", $"bounce@{Simulator}"),
            (
                (string?)bounce["bounce"]!["bounceType"],
                (string?)bounce["bounce"]!["bounceSubType"],
                (string?)bounce["bounce"]!["bouncedRecipients"]![0]!["emailAddress"]));
    }

    [Theory]
    [InlineData("BOUNCE", "Bounce", "bounce", "bounceSubType")]
    [InlineData("COMPLAINT", "Complaint", "complaint", "complaintSubType")]
    public async Task A_suppressed_address_is_accepted_and_not_sent_to(string reason, string type, string member, string subType)
    {
        await using var email = await EmailCloud.StartAsync(eventTypes: type.ToUpperInvariant());
        email.Ses.Account.Suppressed.Put("a@example.net", reason);

        Assert.Equal(200, (await email.SendAsync(EmailCloud.Mail("A@example.net"))).Status);

        var @event = Assert.Single(await email.FeedbackAsync());
        Assert.Equal((type, "OnAccountSuppressionList"), ((string?)@event["eventType"], (string?)@event[member]![subType]));
    }

    [Fact]
    public async Task An_event_that_the_topic_refuses_is_lost_visibly()
    {
        await using var email = await EmailCloud.StartAsync(topicPolicy: false, eventTypes: "BOUNCE");

        await email.SendAsync(EmailCloud.Mail($"bounce@{Simulator}"));

        Assert.Empty(await email.FeedbackAsync());
        Assert.Equal(EmailCloud.Topic, Assert.Single(email.Ses.Lost).Target);
    }

    [Fact]
    public async Task A_message_without_configuration_set_tells_nothing()
    {
        await using var email = await EmailCloud.StartAsync();
        var mail = EmailCloud.Mail($"bounce@{Simulator}");
        mail.Remove("ConfigurationSetName");

        Assert.Equal(200, (await email.SendAsync(mail)).Status);

        Assert.Empty(await email.FeedbackAsync());
    }

    [Fact]
    public async Task A_destination_that_is_gone_hears_nothing()
    {
        await using var email = await EmailCloud.StartAsync();
        await email.Cloud.RemoveLatestAsync();

        await email.SendAsync(EmailCloud.Mail("a@example.net"));

        Assert.Empty(await email.FeedbackAsync());
    }
}
