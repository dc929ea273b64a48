namespace Engagement.Cli.Stacks;

/// <summary>Where a stack runs.</summary>
/// <param name="Stack">The stack's name in AWS; null on the local cloud.</param>
/// <param name="LocalUrl">The local cloud's address; null in AWS.</param>
internal sealed record StackPlace(string? Stack, Uri? LocalUrl)
{
    /// <summary>Where the local cloud listens unless it is told otherwise.</summary>
    public const string DefaultLocal = "http://127.0.0.1:8080";

    /// <summary>How the operator named it.</summary>
    public string Name => Stack ?? LocalUrl!.GetLeftPart(UriPartial.Authority);

    public static StackPlace InAws(string stack) => new(stack, null);

    public static StackPlace Local(string? url) => new(null, Url(url ?? DefaultLocal)!);

    /// <summary>Reads an address; null when it is none.</summary>
    public static Uri? Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : null;
}
