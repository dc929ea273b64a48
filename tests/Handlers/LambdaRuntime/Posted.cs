using System.Collections.Specialized;

namespace Handlers.Tests.LambdaRuntime;

/// <summary>What a runtime posted to the Runtime API.</summary>
internal sealed record Posted(string Path, NameValueCollection Headers, string? ContentType, string Body);
