using System.Security.Cryptography;
using System.Text;

namespace Handlers.Tests.AwsSdk;

/// <summary>Signs a request again by the published algorithm, to compare with the signature that it came with.</summary>
internal sealed class SignatureVersion4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private readonly RecordedRequest request;

    public SignatureVersion4(RecordedRequest request)
    {
        this.request = request;
        var parts = request.Headers["authorization"][(Algorithm.Length + 1)..]
            .Split(", ")
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1]);
        Credential = parts["Credential"].Split('/');
        SignedHeaders = parts["SignedHeaders"].Split(';');
        Signature = parts["Signature"];
    }

    /// <summary>Access key, date, region, service, <c>aws4_request</c>.</summary>
    public IReadOnlyList<string> Credential { get; }

    public IReadOnlyList<string> SignedHeaders { get; }

    public string Signature { get; }

    public string Recomputed(string secretKey)
    {
        var date = request.Headers["x-amz-date"];
        var scope = string.Join('/', Credential.Skip(1));
        var text = $"{Algorithm}\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest())))}";
        var key = Credential.Skip(1).Aggregate(Encoding.UTF8.GetBytes($"AWS4{secretKey}"), Hmac);
        return Hex(Hmac(key, text));
    }

    private string CanonicalRequest()
    {
        // Every service but S3 encodes the path, encoded as it is sent, a second time.
        var path = string.Join('/', request.Path.Split('/').Select(Uri.EscapeDataString));
        var query = string.Join('&', request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        var headers = string.Concat(SignedHeaders.Select(name => $"{name}:{request.Headers[name].Trim()}\n"));
        return $"{request.Method}\n{path}\n{query}\n{headers}\n{string.Join(';', SignedHeaders)}\n{Hex(SHA256.HashData(request.Body))}";
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
