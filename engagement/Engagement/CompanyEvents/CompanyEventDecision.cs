namespace Engagement.CompanyEvents;

/// <summary>What becomes of an incoming company event: <see cref="CompanyEventAccepted"/> or <see cref="CompanyEventRefused"/>.</summary>
public abstract record CompanyEventDecision
{
    private protected CompanyEventDecision()
    {
    }
}
