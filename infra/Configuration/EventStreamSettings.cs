namespace Engagement.Infra.Configuration;

/// <summary>The archive of everything that the platform records and sends, under <c>eventStream:</c>.</summary>
internal sealed record EventStreamSettings
{
    /// <summary>Days after which archived files are deleted, 1 to 3,653; 365 by default. They hold personal data.</summary>
    public required int RetentionDays { get; init; }

    public static EventStreamSettings? Read(ConfigReader config)
    {
        var settings = new EventStreamSettings { RetentionDays = config.WholeNumber("retentionDays", 365, 1, 3_653) };
        return config.Flag("enabled") == true ? settings : null;
    }
}
