namespace Engagement.Pixel;

/// <summary>An attribute, a metric or a user attribute of a query: where its name and its value stand in the decoded text.</summary>
internal readonly record struct PixelParameter(PixelParameterKind Kind, int NameStart, int ValueStart, int End)
{
    public ReadOnlySpan<char> NameIn(ReadOnlySpan<char> text) => text[NameStart..ValueStart];

    public ReadOnlySpan<char> ValueIn(ReadOnlySpan<char> text) => text[ValueStart..End];
}
