using Engagement.Definitions.Announcements;
using Engagement.Definitions.Functions;
using Engagement.Definitions.Topics;

namespace Handlers.Tests.Definitions;

public class TopicErrorTests
{
    [Theory]
    [InlineData("news: { kind: marketing }", "2:9: topics.news.description: is missing; customers read it where they choose")]
    [InlineData("news: { description: News }", "2:9: topics.news.kind: is missing; one of marketing, transactional")]
    [InlineData("news: { description: News, kind: service }", "2:36: topics.news.kind: 'service' is not one of marketing, transactional")]
    [InlineData("news: { description: '', kind: marketing }", "2:24: topics.news.description: has 0 characters; 1 to 100 are possible")]
    [InlineData("my news: { description: News, kind: marketing }", "2:3: topics.my news: the name ")]
    [InlineData(
        "announcements: { description: News, kind: transactional }",
        "2:45: topics.announcements.kind: 'announcements' is the topic of what names none, and has to be marketing; name the")]
    public void A_wrong_topic_is_named_with_file_line_and_key(string topic, string error) => Assert.StartsWith(
        $"topics.yaml:{error}",
        Assert.Single(DefinitionErrors.Of(() => TopicCatalog.Parse($"topics:\n  {topic}\n", "topics.yaml"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("german: {}", "4:3: languages.german: 'german' is no tag of a language, such as de, pt-BR or zh-Hant")]
    [InlineData("de: { }", "4:7: languages.de.title: is missing; customers read no page in two languages")]
    [InlineData("de: { stop: Raus }", "4:15: languages.de.stop: holds no {topic}, in whose place the topic's description comes")]
    [InlineData("de: { save: '' }", "4:15: languages.de.save: has 0 characters; 1 to 200 are possible")]
    [InlineData("de: { topics: {} }", "4:17: languages.de.topics.news: is missing; customers can leave this topic, and read what it is about")]
    [InlineData("de: { topics: { nws: x } }", "4:19: languages.de.topics.nws: unknown key; did you mean 'news'?")]
    public void A_wrong_language_of_the_page_is_named_with_file_line_and_key(string language, string error) => Assert.Contains(
        $"topics.yaml:{error}",
        DefinitionErrors.Of(() => TopicCatalog.Parse(
            $"topics:\n  news: {{ description: News, kind: marketing }}\nlanguages:\n  {language}\n", "topics.yaml")));

    [Fact]
    public void A_topic_that_does_not_exist_is_named_where_it_is_used()
    {
        var announcement = AnnouncementCatalog.Parse(
            "announcements: { a: { via: journey, topic: news, campaigns: [{ name: a, segment: s, template: t }] } }", "a.yaml");
        Assert.Equal("news", announcement.Announcements[0].Topic);
        using var folder = new DefinitionFolder();
        folder.With("topics.yaml", "topics:\n  news: { description: News, kind: marketing }\n");
        folder.With("reminders.yaml", "reminders:\n  x: { date: due, before: [P1D], template: news, topic: nws }\n");
        Assert.Contains(
            folder.Errors(),
            error => error.Contains("reminders.x.topic: 'nws' is no topic of topics.yaml; did you mean 'news'?", StringComparison.Ordinal));
    }

    [Fact]
    public void What_names_no_topic_can_be_unsubscribed_from()
    {
        var topics = TopicCatalog.Parse("topics:\n  service: { description: Service, kind: transactional }\n", "topics.yaml");
        Assert.Equal(["announcements", "reminders", "journeys"], topics.Marketing.Select(topic => topic.Name));
        Assert.Equal(TopicKind.Transactional, topics.Get("service").Kind);
        Assert.Equal(TopicKind.Marketing, topics.Get("gone").Kind);
        Assert.Equal(["reminders"], topics.ForChoosing(["reminders", "service"]).Topics.Select(topic => topic.Name));
    }
}
