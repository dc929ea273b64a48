namespace Engagement.Infra.Configuration;

/// <summary>When alarms ring, and which address gets them, under <c>alarms:</c>.</summary>
internal sealed record AlarmSettings
{
    /// <summary>Address that alarms are sent to once its owner has confirmed; null where no mail is sent.</summary>
    public required string? Email { get; init; }

    /// <summary>Share of pixel requests, in percent, that rules may reject; 1 to 100, 10 by default.</summary>
    public required int RejectedSharePercent { get; init; }

    /// <summary>Pixel requests in 15 minutes below which their rejected share means nothing; 1 to 1,000,000, 100 by default.</summary>
    public required int RejectedShareMinimum { get; init; }

    public static AlarmSettings Read(ConfigReader config)
    {
        var email = config.Text("email");
        if (email?.Contains('@', StringComparison.Ordinal) == false)
        {
            config.Problem("email", $"'{email}' is not an e-mail address");
        }

        return new()
        {
            Email = email,
            RejectedSharePercent = config.WholeNumber("rejectedSharePercent", 10, 1, 100),
            RejectedShareMinimum = config.WholeNumber("rejectedShareMinimum", 100, 1, 1_000_000),
        };
    }
}
