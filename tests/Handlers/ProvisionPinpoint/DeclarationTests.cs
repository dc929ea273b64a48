using Engagement.Pinpoint.Provisioning;

namespace Handlers.Tests.ProvisionPinpoint;

public sealed class DeclarationTests
{
    private readonly Function function = new();

    [Fact]
    public async Task An_unknown_type_is_named()
    {
        var error = await Assert.ThrowsAsync<ProvisioningException>(
            () => function.RunAsync(Declarations.Read("channel", "email", "create", null, "{}")));

        Assert.Equal("channel 'email': the type is not endpoint, segment, smsTemplate, journey or campaign.", error.Message);
    }

    [Fact]
    public async Task A_definition_of_another_type_is_refused_with_the_resource_and_the_member()
    {
        var error = await Assert.ThrowsAsync<ProvisioningException>(
            () => function.RunAsync(Declarations.Read("segment", "premium", "create", null, """{"eventType":"x"}""")));

        Assert.StartsWith("segment 'premium': its definition cannot be read:", error.Message, StringComparison.Ordinal);
        Assert.Contains("eventType", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_without_a_lifecycle_says_what_to_set()
    {
        var error = await Assert.ThrowsAsync<ProvisioningException>(
            () => function.RunAsync(Declarations.Segment("create") with { Step = null }));

        Assert.Contains("lifecycleScope CRUD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_application_is_refused()
    {
        var error = await Assert.ThrowsAsync<ProvisioningException>(
            () => function.RunAsync(Declarations.Segment("create") with { ApplicationId = "app-2" }));

        Assert.Contains("'app-2', but this function provisions 'app-1' alone", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_in_an_application_that_is_gone_counts_as_deleted() =>
        Assert.Equal("", (await function.RunAsync(Declarations.Segment("delete") with { ApplicationId = "app-2" })).Id);
}
