using System.Collections.Frozen;

namespace Engagement.Local.Aws;

/// <summary>
/// The errors of a service that are worth provoking: AWS's names, each with the HTTP status that the service's published model gives it.
/// </summary>
internal static class ServiceErrors
{
    // Any service answers these: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
    private static readonly (string Name, int Status)[] Common =
    [
        ("InternalFailure", 500), ("ServiceUnavailable", 503), ("ThrottlingException", 400), ("AccessDeniedException", 403),
        ("ExpiredTokenException", 403), ("UnrecognizedClientException", 403), ("RequestTimeout", 408),
    ];

    /// <summary>Those of a service that speaks REST or the query protocol: the errors of any service, and its own.</summary>
    public static FrozenDictionary<string, int> OfRest(params (string Name, int Status)[] own) => Table(Common.Concat(own));

    /// <summary>Those of a service that speaks AWS JSON, where an error of the caller is always a 400.</summary>
    public static FrozenDictionary<string, int> OfJson(params (string Name, int Status)[] own) =>
        Table(Common.Select(error => (error.Name, error.Status >= 500 ? error.Status : 400)).Concat(own));

    private static FrozenDictionary<string, int> Table(IEnumerable<(string Name, int Status)> errors) =>
        errors.ToFrozenDictionary(error => error.Name, error => error.Status, StringComparer.Ordinal);
}
