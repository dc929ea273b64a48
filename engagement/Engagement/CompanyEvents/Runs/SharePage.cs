using Engagement.Customers;

namespace Engagement.CompanyEvents.Runs;

/// <summary>Customers of a share, judged.</summary>
public sealed record SharePage
{
    /// <summary>Who gets the message; none at the end of a share, or where the time was up.</summary>
    public IReadOnlyList<CustomerMember> Chosen { get; init; } = [];

    /// <summary>Who does not, by the reason.</summary>
    public RunProgress LeftOut { get; init; } = RunProgress.None;

    /// <summary>Where the next page begins; null at the end.</summary>
    public string? Next { get; init; }
}
