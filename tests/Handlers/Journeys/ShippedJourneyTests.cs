using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Pinpoint.Quotas;
using Engagement.Ses;

namespace Handlers.Tests.Journeys;

/// <summary>The journeys that come with the stack do what <c>journeys.examples.yaml</c> promises.</summary>
public sealed class ShippedJourneyTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "definitions");
    private static readonly DefinitionSet Shipped = DefinitionSet.Load(Folder, PinpointLimits.Definitions);
    private static readonly IReadOnlyList<JourneyExample> Examples =
        JourneyExamplesFile.Load(Path.Combine(Folder, JourneyExamplesFile.Name), Shipped);

    public static TheoryData<string> Names => [.. Examples.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_holds(string name)
    {
        var example = Examples.Single(each => each.Name == name);
        Assert.Equal(example.Messages, example.Simulate(Shipped));
    }

    [Fact]
    public void Each_template_of_a_journey_is_in_an_example() => Assert.Subset(
        Examples.SelectMany(example => example.Messages).Select(message => message.Split('@')[0]).ToHashSet(),
        Shipped.Journeys.Journeys.SelectMany(journey => journey.Templates).ToHashSet());

    [Theory]
    [InlineData("thank_you", 3)]
    [InlineData("welcome", 7)]
    [InlineData("abandoned_cart", 28)]
    [InlineData("onboarding", 12)]
    [InlineData("review", 6)]
    [InlineData("win_back", 16)]
    public void Activities_are_counted_as_the_platform_takes_them(string journey, int activities) =>
        Assert.Equal(activities, PinpointLimits.Definitions.Journeys.Activities!.Of(Shipped.Journeys.Find(journey)!));

    [Fact]
    public void Both_platforms_take_them() =>
        Assert.Equal(6, DefinitionSet.Load(Folder, SesLimits.Definitions).Journeys.Journeys.Count);
}
