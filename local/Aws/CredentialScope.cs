using System.Text.RegularExpressions;

namespace Engagement.Local.Aws;

/// <summary>Who signed a request, and for which service: the credential of a Signature Version 4.</summary>
/// <param name="AccessKeyId">Such as <c>ASIA…</c>.</param>
/// <param name="Region">Such as <c>eu-west-1</c>.</param>
/// <param name="SigningName">Such as <c>mobiletargeting</c>.</param>
internal sealed partial record CredentialScope(string AccessKeyId, string Region, string SigningName)
{
    /// <summary>The scope that an <c>Authorization</c> header names, or null where it names none.</summary>
    public static CredentialScope? Parse(string? authorization) =>
        authorization is not null && Pattern().Match(authorization) is { Success: true } match
            ? new(match.Groups["key"].Value, match.Groups["region"].Value, match.Groups["service"].Value)
            : null;

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
    [
        GeneratedRegex(
            "^AWS4-HMAC-SHA256 .*?Credential=(?<key>[^/,]+)/[0-9]{8}/(?<region>[^/,]+)/(?<service>[^/,]+)/aws4_request",
            RegexOptions.CultureInvariant)
    ]
    private static partial Regex Pattern();
}
