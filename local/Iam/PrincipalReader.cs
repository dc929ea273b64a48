using System.Text.Json;
using System.Text.RegularExpressions;

namespace Engagement.Local.Iam;

/// <summary>Reads a statement's <c>Principal</c>: <c>*</c>, or lists under <c>Service</c> and <c>AWS</c>.</summary>
internal static partial class PrincipalReader
{
    private const string Everyone = "*";

    /// <summary>The callers that the element names.</summary>
    /// <exception cref="FormatException">It names someone that this cloud does not know.</exception>
    public static PolicyPrincipals Read(JsonElement principal)
    {
        if (principal.ValueKind == JsonValueKind.String)
        {
            return principal.GetString() == Everyone
                ? new(true, [], [], [])
                : throw new FormatException($"Principal '{principal.GetString()}' is neither * nor an object with Service or AWS");
        }

        if (principal.EnumerateObject().Select(member => member.Name)
            .FirstOrDefault(name => name is not ("Service" or "AWS")) is { } unknown)
        {
            throw new FormatException($"Principal {unknown} is not evaluated by this local cloud, which knows Service and AWS");
        }

        var aws = Texts(principal, "AWS");
        return new(
            aws.Contains(Everyone),
            Services(Texts(principal, "Service")),
            [.. aws.Where(name => name != Everyone && Account(name) is null).Select(Checked)],
            [.. aws.Select(Account).OfType<string>()]);
    }

    private static IReadOnlyList<string> Texts(JsonElement principal, string kind) =>
        principal.TryGetProperty(kind, out var value) ? PolicyJson.Texts(value, $"Principal {kind}") : [];

    private static IReadOnlyList<string> Services(IReadOnlyList<string> services) =>
        services.FirstOrDefault(service => !ServiceHost().IsMatch(service)) is { } other
            ? throw new FormatException($"Principal Service '{other}' is not a service's host name, such as lambda.amazonaws.com")
            : services;

    private static string? Account(string name) => AccountName().Match(name) is { Success: true } match ? match.Groups["id"].Value : null;

    private static string Checked(string name) => IdentityArn().IsMatch(name)
        ? name
        : throw new FormatException($"Principal AWS '{name}' is not the ARN of a role or of its session, an account or *");

    [GeneratedRegex(@"^[a-z0-9.-]+\.amazonaws\.com$", RegexOptions.CultureInvariant)]
    private static partial Regex ServiceHost();

    [GeneratedRegex("^((?<id>[0-9]{12})|arn:aws:iam::(?<id>[0-9]{12}):root)$", RegexOptions.CultureInvariant)]
    private static partial Regex AccountName();

    // AWS takes no wildcard in a principal's ARN, and neither does this.
    [GeneratedRegex(@"^arn:aws:(iam::[0-9]{12}:role|sts::[0-9]{12}:assumed-role)/[^*?]+$", RegexOptions.CultureInvariant)]
    private static partial Regex IdentityArn();
}
