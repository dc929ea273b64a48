namespace EndToEnd.Tests.CompanyEvents;

/// <summary>A company with four customers, for a class whose tests each have events of their own.</summary>
public sealed class CompanyFixture : IAsyncLifetime
{
    internal Company Company { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Company = await Company.StartAsync();
        await Company.AddAsync(
            new("ada", "premium", "en"),
            new("bob", "premium", "fr"),
            new("cyd", "standard", "fr"),
            new("dan", "free", "en"));
        await Company.OpenAsync();
    }

    public async Task DisposeAsync() => await Company.DisposeAsync();
}
