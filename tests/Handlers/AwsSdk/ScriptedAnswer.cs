using System.Text;

namespace Handlers.Tests.AwsSdk;

/// <summary>What the service answers to one request.</summary>
internal sealed record ScriptedAnswer(int Status, string Body)
{
    public const string RequestId = "7b1c2d3e-0001-4000-8000-000000000000";

    public string? ErrorType { get; init; }

    /// <summary>Makes the body where it depends on the request, as a digest of what was sent does.</summary>
    public Func<RecordedRequest, string>? BodyFor { get; init; }

    /// <summary>The connection stays open without an answer.</summary>
    public bool Hangs { get; init; }

    public byte[] BytesFor(RecordedRequest request) => Encoding.UTF8.GetBytes(BodyFor?.Invoke(request) ?? Body);
}
