namespace Engagement.Local.Configuration;

/// <summary>
/// What a stack may set that only AWS can do. It is an error before the first resource, because half a deployment is of no use.
/// </summary>
internal static class LocalDemands
{
    /// <summary>The same configuration.</summary>
    /// <exception cref="FormatException">A setting asks for what this machine cannot do; all such settings are named.</exception>
    public static StackConfiguration DemandLocal(this StackConfiguration configuration)
    {
        string[] problems =
        [
            .. configuration.Values.GetValueOrDefault("handlers:packaging") == "aot"
                ? ["handlers:packaging: aot makes native programs, but this local cloud runs assemblies; set it to managed or readyToRun."]
                : Array.Empty<string>(),
            .. string.IsNullOrWhiteSpace(configuration.Values.GetValueOrDefault("pixel:domainName"))
                ? Array.Empty<string>()
                : ["pixel:domainName: this machine is no domain of yours; leave it out, or bring up a stack that does not set it."],
        ];
        return problems.Length == 0
            ? configuration
            : throw new FormatException(
                "The local cloud cannot bring up stack "
                    + $"'{configuration.Stack}':{string.Concat(problems.Select(problem => $"\n  {problem}"))}");
    }
}
