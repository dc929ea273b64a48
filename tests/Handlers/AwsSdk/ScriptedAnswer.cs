using System.Text;

namespace Handlers.Tests.AwsSdk;

/// <summary>What the service answers to one request.</summary>
internal sealed record ScriptedAnswer(int Status, string Body)
{
    public const string RequestId = "7b1c2d3e-0001-4000-8000-000000000000";

    public string? ErrorType { get; init; }

    /// <summary>The connection stays open without an answer.</summary>
    public bool Hangs { get; init; }

    public byte[] Bytes => Encoding.UTF8.GetBytes(Body);
}
