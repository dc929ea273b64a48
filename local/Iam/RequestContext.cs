using System.Collections.Immutable;
using Engagement.Local.Aws;

namespace Engagement.Local.Iam;

/// <summary>What conditions can ask of a request.</summary>
internal sealed record RequestContext(Principal Caller, CloudContext Cloud)
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
    private static readonly Dictionary<string, Func<RequestContext, string?>> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["aws:PrincipalAccount"] = request =>
            request.Caller.Kind is PrincipalKind.Role or PrincipalKind.Account ? request.Cloud.Account : null,
        ["aws:PrincipalArn"] = request => request.Caller.Kind is PrincipalKind.Role or PrincipalKind.Account ? request.Caller.Name : null,
        ["aws:PrincipalIsAWSService"] = request => request.Caller.Kind == PrincipalKind.Service ? "true" : "false",
        ["aws:PrincipalServiceName"] = request => request.Caller.Kind == PrincipalKind.Service ? request.Caller.Name : null,
        ["aws:RequestedRegion"] = request => request.Cloud.Region,
        ["aws:SecureTransport"] = request => request.Caller.IsOverTls ? "true" : "false",
        ["aws:SourceAccount"] = request => request.Caller.SourceAccount,
        ["aws:SourceArn"] = request => request.Caller.SourceArn,
        ["sts:ExternalId"] = request => request.Caller.ExternalId,
    };

    // Those that a service gives a value itself.
    private static readonly HashSet<string> OfServices = new(StringComparer.OrdinalIgnoreCase) { "ses:FromAddress" };

    /// <summary>The keys that can have a value here.</summary>
    public static IEnumerable<string> Keys => Values.Keys.Concat(OfServices);

    /// <summary>Values of the service's own keys.</summary>
    public IReadOnlyDictionary<string, string> OfService { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether a key can have a value here.</summary>
    public static bool Knows(string key) => Values.ContainsKey(key) || OfServices.Contains(key);

    /// <summary>A key's value; null where this request has none.</summary>
    public string? Value(string key) => Values.TryGetValue(key, out var value)
        ? value(this)
        : OfService.FirstOrDefault(each => each.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;
}
