using System.Net;
using System.Text;

namespace Engagement.Local.Aws;

/// <summary>The fields of the AWS query protocol, from a request's query string and body, in their order.</summary>
internal static class FormFields
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="AwsException">A field holds bytes that are not UTF-8.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Read(AwsRequest request)
    {
        try
        {
            return
            [
                .. new[] { request.Query, Strict.GetString(request.Body.Span) }
                    .SelectMany(form => form.Split('&', StringSplitOptions.RemoveEmptyEntries))
                    .Select(field => field.Split('=', 2))
                    .Select(field => KeyValuePair.Create(Decoded(field[0]), Decoded(field.ElementAtOrDefault(1) ?? ""))),
            ];
        }
        catch (DecoderFallbackException)
        {
            throw new AwsException(HttpStatusCode.BadRequest, "MalformedInput", "A field of the request holds bytes that are not UTF-8.");
        }
    }

    private static string Decoded(string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        return Strict.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length));
    }
}
