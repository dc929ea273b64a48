namespace Arrows;

/// <summary>Code in one folder uses code in another.</summary>
internal sealed record Arrow(string From, string To)
{
    public override string ToString() => $"{From} → {To}";
}
