namespace Conformance.Tests.Models;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Its headers, whose names have no case.</param>
/// <param name="Body">Its body as text.</param>
internal sealed record Exchange(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
