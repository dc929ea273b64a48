namespace Handlers.Tests.ProvisionPinpoint;

public sealed class EndpointTests
{
    private readonly Function function = new();

    [Fact]
    public async Task An_endpoint_whose_resource_is_renamed_stays()
    {
        var before = Declarations.Endpoint("create");
        await function.RunAsync(before);
        await function.RunAsync(Declarations.Endpoint("update", name: "the-company", previous: before));

        Assert.Equal(["company"], function.Application.Endpoints);
    }

    [Fact]
    public async Task An_endpoint_with_another_id_replaces_the_old_one()
    {
        var before = Declarations.Endpoint("create", id: "old");
        await function.RunAsync(before);
        await function.RunAsync(Declarations.Endpoint("update", previous: before));

        Assert.Equal(["company"], function.Application.Endpoints);
    }
}
