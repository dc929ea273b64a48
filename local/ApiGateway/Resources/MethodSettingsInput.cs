using System.Globalization;
using Engagement.Local.Resources;

namespace Engagement.Local.ApiGateway.Resources;

/// <summary>Reads <c>settings</c> of method settings. Logs of what went wrong inside are always written, and metrics never.</summary>
internal static class MethodSettingsInput
{
    /// <summary>The settings. A limit of -1 lifts it, as in the provider.</summary>
    public static MethodSettings Read(ResourceRequest request)
    {
        var settings = request.Block("settings");
        settings.Allow(
            "cachingEnabled", "dataTraceEnabled", "loggingLevel", "metricsEnabled", "throttlingBurstLimit", "throttlingRateLimit");
        if (settings.Flag("dataTraceEnabled", false))
        {
            throw request.Invalid("settings.dataTraceEnabled", "would write query strings into logs, and is not emulated");
        }

        if (settings.Flag("cachingEnabled", false))
        {
            throw request.Invalid("settings.cachingEnabled", "is not emulated");
        }

        var burst = settings.Number("throttlingBurstLimit", -1);
        var rate = settings.Inputs.TryGetValue("throttlingRateLimit", out var value)
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : -1;
        return new(rate < 0 ? null : rate, burst < 0 ? null : burst);
    }
}
