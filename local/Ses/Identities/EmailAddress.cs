using System.Buffers;
using System.Text;
using Engagement.Local.Aws;
using Engagement.Local.Ses.Protocol;

namespace Engagement.Local.Ses.Identities;

/// <summary>An address of a message, with or without a name before it.</summary>
/// <param name="Address">Such as <c>a@example.com</c>.</param>
/// <param name="Domain">What follows its last <c>@</c>, in lower case.</param>
internal sealed record EmailAddress(string Address, string Domain)
{
    private static readonly SearchValues<char> DomainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>Reads <c>a@example.com</c> or <c>Name &lt;a@example.com&gt;</c>.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: SES takes no such address. The message does not quote it.</exception>
    public static EmailAddress Parse(string text)
    {
        var address = Bare(text);
        var at = address.LastIndexOf('@');
        if (at < 0 || at == address.Length - 1)
        {
            throw SesError.BadRequest("Missing final '@domain'");
        }

        var (local, domain) = (address[..at], address[(at + 1)..]);
        return (Objection(local) ?? DomainObjection(domain)) is not { } objection
            ? new(address, domain.ToLowerInvariant())
            : throw SesError.BadRequest(objection);
    }

    // A name in quotes may hold anything; what counts stands between the last angle brackets.
    private static string Bare(string text)
    {
        var trimmed = text.Trim();
        return !trimmed.EndsWith('>') ? trimmed
            : trimmed.LastIndexOf('<') is >= 0 and var open ? trimmed[(open + 1)..^1].Trim()
            : throw SesError.BadRequest("Missing '<'");
    }

    // "The local part of addresses must be 7-bit ASCII", and mail's own limit of 64 octets (RFC 5321, 4.5.3.1.1).
    private static string? Objection(string local) =>
        local.Length is 0 or > 64 ? "Local address is empty or has more than 64 characters"
        : !Ascii.IsValid(local) ? "Local address contains non-ASCII characters"
        : local.Any(character => char.IsControl(character) || character is ' ' or '<' or '>' or '(' or ')' or ',' or ';')
            ? "Local address contains control or whitespace, or an illegal character"
        : null;

    private static string? DomainObjection(string domain) =>
        domain.AsSpan().ContainsAnyExcept(DomainCharacters) ? "Domain contains illegal character"
        : domain.StartsWith('.') || domain.EndsWith('.') ? "Domain starts or ends with dot"
        : domain.Contains("..", StringComparison.Ordinal) ? "Domain contains dot-dot"
        : null;
}
