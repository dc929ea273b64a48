namespace Engagement.Infra.Configuration;

/// <summary>The archive of everything that the platform records and sends, under <c>eventStream:</c>.</summary>
internal sealed record EventStreamSettings
{
    /// <summary>Days after which archived files are deleted, 1 to 3,653; 365 by default. They hold personal data.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Reads them for a platform that always archives.</summary>
    public static EventStreamSettings Read(ConfigReader config) =>
        new() { RetentionDays = config.WholeNumber("retentionDays", 365, 1, 3_653) };

    /// <summary>Reads them for a platform that archives where <c>eventStream:enabled</c> says so; null where it does not.</summary>
    public static EventStreamSettings? ReadOptional(ConfigReader config)
    {
        var settings = Read(config);
        return config.Flag("enabled") == true ? settings : null;
    }
}
