using System.Globalization;
using Engagement.Local.Aws;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>Cuts a list into the pages that <c>page-size</c> and <c>token</c> (for some operations <c>next-token</c>) ask for.</summary>
internal static class Paging
{
    /// <summary>The page, and where the next one begins; null on the last.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: a parameter is not a number.</exception>
    public static (IReadOnlyList<T> Page, string? Next) Page<T>(this PinpointCall call, IReadOnlyList<T> all)
    {
        var size = Number(call, "page-size", int.MaxValue);
        var first = Number(call, "token", Number(call, "next-token", 0));
        var page = all.Skip(first).Take(size).ToList();
        return (page, first + page.Count < all.Count ? (first + page.Count).ToString(CultureInfo.InvariantCulture) : null);
    }

    private static int Number(PinpointCall call, string parameter, int orElse) =>
        call.Query(parameter).FirstOrDefault() is not { } text ? orElse
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw PinpointError.BadRequest($"{parameter} is not a number.");
}
