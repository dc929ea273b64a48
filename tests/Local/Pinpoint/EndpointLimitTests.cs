namespace Local.Tests.Pinpoint;

/// <summary>Each limit from both sides. Source: developer guide, "Endpoint quotas".</summary>
public sealed class EndpointLimitTests
{
    private readonly PinpointCloud cloud = new();

    [Theory]
    [InlineData(50, 100, 1, true)]
    [InlineData(51, 100, 1, false)]
    [InlineData(50, 101, 1, false)]
    [InlineData(10, 10, 50, true)]
    [InlineData(10, 10, 51, false)]
    [InlineData(0, 10, 1, false)]
    public void Attributes_have_names_of_50_and_50_values_of_100_characters(int name, int value, int values, bool accepted)
    {
        var attributes = new Dictionary<string, string[]>
        {
            [new string('n', name)] = [.. Enumerable.Repeat(new string('v', value), values)]
        };

        Assert.Equal(accepted ? 202 : 400, cloud.UpdateEndpoint("by-attribute", new { Attributes = attributes }).Status);
        Assert.Equal(
            accepted ? 202 : 400, cloud.UpdateEndpoint("by-user", new { User = new { UserId = "u", UserAttributes = attributes } }).Status);
    }

    [Theory]
    [InlineData(50, 202)]
    [InlineData(51, 400)]
    public void Metric_has_a_name_of_50_characters(int name, int status) =>
        Assert.Equal(
            status,
            cloud.UpdateEndpoint("user-1", new { Metrics = new Dictionary<string, double> { [new string('n', name)] = 1 } }).Status);

    [Fact]
    public void Endpoint_has_250_attributes_metrics_and_user_attributes_together_over_all_updates()
    {
        Assert.Equal(202, cloud.UpdateEndpoint("user-1", new { Attributes = Many("a", 100, _ => new[] { "x" }) }).Status);
        Assert.Equal(202, cloud.UpdateEndpoint("user-1", new { Metrics = Many("m", 100, i => (double)i) }).Status);
        Assert.Equal(
            202,
            cloud.UpdateEndpoint("user-1", new { User = new { UserId = "u", UserAttributes = Many("u", 50, _ => new[] { "x" }) } }).Status);
        Assert.Equal(400, cloud.UpdateEndpoint("user-1", new { Attributes = Many("one-more", 1, _ => new[] { "x" }) }).Status);
        Assert.Equal(202, cloud.UpdateEndpoint("user-1", new { Attributes = Many("a", 100, _ => new[] { "replaced" }) }).Status);
    }

    [Fact]
    public void Endpoint_has_15_KB_over_all_updates()
    {
        Assert.Equal(202, cloud.UpdateEndpoint("user-1", new { Attributes = Many("a", 100, _ => new[] { new string('x', 100) }) }).Status);
        Assert.Equal(400, cloud.UpdateEndpoint("user-1", new { Attributes = Many("b", 40, _ => new[] { new string('x', 100) }) }).Status);
        Assert.Equal(100, cloud.Endpoint("user-1").Body["Attributes"]!.AsObject().Count);
    }

    [Fact]
    public void Characters_beyond_ASCII_count_as_their_bytes()
    {
        Assert.Equal(202, cloud.UpdateEndpoint("user-1", new { Attributes = Many("a", 47, _ => new[] { new string('日', 100) }) }).Status);
        Assert.Equal(400, cloud.UpdateEndpoint("user-1", new { Attributes = Many("a", 50, _ => new[] { new string('日', 100) }) }).Status);
    }

    private static Dictionary<string, T> Many<T>(string prefix, int count, Func<int, T> value) =>
        Enumerable.Range(0, count).ToDictionary(i => $"{prefix}{i}", value);
}
