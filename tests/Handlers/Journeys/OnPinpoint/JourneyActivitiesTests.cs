using Engagement.Definitions.Journeys;
using Engagement.Pinpoint.Journeys;
using Engagement.Pinpoint.Provisioning;

namespace Handlers.Tests.Journeys.OnPinpoint;

public sealed class JourneyActivitiesTests
{
    [Fact]
    public void Journey_of_one_message_asks_chooses_and_sends()
    {
        var version = JourneyVersion.From(SixJourneys.ThankYou);

        var activities = JourneyActivities.Create(version, template => $"dev-{template}", "Shop <shop@example.com>");

        Assert.Equal(
            [
                ("ask0", new ActivityDeclaration.Ask($"thank_you/{version.Id}/0", "ask0go0")),
                ("send0", new ActivityDeclaration.Send("dev-thank-you", "Shop <shop@example.com>", null)),
            ],
            activities.Where(each => each.Value is not ActivityDeclaration.Choose).Select(each => (each.Key, each.Value)));
        var choice = Assert.IsType<ActivityDeclaration.Choose>(activities["ask0go0"]);
        Assert.Equal(("ask0", JourneyAnswer.Next, "send0", null), (choice.Of, choice.Attribute, choice.Ways["0"], choice.Otherwise));
    }

    [Theory]
    [InlineData("thank_you", 3)]
    [InlineData("welcome", 7)]
    [InlineData("abandoned_cart", 28)]
    [InlineData("onboarding", 12)]
    [InlineData("review", 6)]
    [InlineData("win_back", 16)]
    public void Journeys_of_the_example_take_few_activities(string journey, int count) =>
        Assert.Equal(count, JourneyActivities.Count(SixJourneys.All.Single(each => each.Name == journey)));

    [Fact]
    public void Activities_lead_to_activities_that_there_are()
    {
        foreach (var journey in SixJourneys.All)
        {
            var activities = JourneyActivities.Create(JourneyVersion.From(journey), template => template, null);
            Assert.Contains(JourneyActivities.Start, activities.Keys);
            Assert.All(activities.Values.SelectMany(Next), next => Assert.Contains(next, activities.Keys));
            Assert.Empty(activities.Keys.Except(activities.Values.SelectMany(Next)).Except([JourneyActivities.Start]));
        }
    }

    private static IEnumerable<string> Next(ActivityDeclaration activity) => (activity switch
    {
        ActivityDeclaration.Ask ask => [ask.Next],
        ActivityDeclaration.Choose choose => choose.Ways.Values.Append(choose.Otherwise),
        ActivityDeclaration.Send send => [send.Next],
        ActivityDeclaration.Wait wait => [wait.Next],
        _ => Array.Empty<string?>(),
    }).OfType<string>();
}
