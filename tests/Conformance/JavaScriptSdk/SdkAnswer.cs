using System.Text.Json;

namespace Conformance.Tests.JavaScriptSdk;

/// <summary>What the SDK gave its caller: an output, or an error that it threw.</summary>
public sealed record SdkAnswer(JsonElement? Output, SdkError? Error);

/// <summary>An error as the SDK threw it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Class">The JavaScript class: the service's base class where the SDK does not know the error.</param>
/// <param name="Fault"><c>client</c> or <c>server</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Message">Its text.</param>
/// <param name="Attempts">How often the SDK tried.</param>
/// <param name="Retryable">Whether the SDK says that trying again may help.</param>
public sealed record SdkError(string Name, string Class, string? Fault, int? Status, string Message, int? Attempts, bool Retryable);
