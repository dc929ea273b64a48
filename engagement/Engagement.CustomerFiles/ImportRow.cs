using Engagement.Customers;

namespace Engagement.CustomerFiles;

/// <summary>What a line of a file is: <see cref="Fit"/>, <see cref="Wrong"/>, <see cref="Visitor"/> or <see cref="Nothing"/>.</summary>
/// <param name="Line">Its number, from 1.</param>
public abstract record ImportRow(long Line)
{
    /// <summary>It can be stored.</summary>
    /// <param name="Line">Its number, from 1.</param>
    /// <param name="Update">What it says.</param>
    public sealed record Fit(long Line, CustomerUpdate Update) : ImportRow(Line);

    /// <summary>It cannot.</summary>
    /// <param name="Line">Its number, from 1.</param>
    /// <param name="Problems">Why not, without values.</param>
    public sealed record Wrong(long Line, IReadOnlyList<string> Problems) : ImportRow(Line);

    /// <summary>It is an endpoint without user and address, of which the archive alone tells.</summary>
    /// <param name="Line">Its number, from 1.</param>
    public sealed record Visitor(long Line) : ImportRow(Line);

    /// <summary>It is a header, or empty.</summary>
    /// <param name="Line">Its number, from 1.</param>
    public sealed record Nothing(long Line) : ImportRow(Line);
}
