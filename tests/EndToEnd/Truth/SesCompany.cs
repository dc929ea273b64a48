using EndToEnd.Tests.CompanyEvents;

namespace EndToEnd.Tests.Truth;

/// <summary>An environment on SES with four customers, for a class whose tests each have events of their own.</summary>
public sealed class SesCompany : IAsyncLifetime
{
    private readonly DefinitionsFolder definitions = new DefinitionsFolder().WithLooseLimit();

    // The day on which the definitions announce new prices: a sweep makes the run.
    public SesCompany() => Environment = new(new(2027, 3, 1, 8, 50, 0, TimeSpan.Zero), ("definitions:directory", definitions.Path))
    {
        Stack = "ses",
    };

    internal DevEnvironment Environment { get; }

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

    public async Task DisposeAsync()
    {
        await Environment.DisposeAsync();
        definitions.Dispose();
    }
}
