namespace Pulumi;

/// <summary>A file whose content is given as text.</summary>
public sealed class StringAsset : Asset
{
    public StringAsset(string text)
        : base(text)
    {
    }
}
