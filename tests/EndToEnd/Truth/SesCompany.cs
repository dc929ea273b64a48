using EndToEnd.Tests.CompanyEvents;

namespace EndToEnd.Tests.Truth;

/// <summary>An environment on SES with four customers, for a class whose tests each have events of their own.</summary>
public sealed class SesCompany : IAsyncLifetime
{
    // The day on which the definitions announce new prices: a sweep makes the run.
    internal DevEnvironment Environment { get; } = new(new(2027, 3, 1, 8, 50, 0, TimeSpan.Zero)) { Stack = "ses" };

    public async Task InitializeAsync()
    {
        await Environment.InitializeAsync();
        await SesRun.LoadAsync(
            Environment,
            new Customer("ada", "premium", "en"),
            new("bob", "premium", "fr"),
            new("cyd", "standard", "fr"),
            new("dan", "free", "en"));
        await Environment.AdvanceAsync("PT15M");
    }

    public Task DisposeAsync() => Environment.DisposeAsync();
}
