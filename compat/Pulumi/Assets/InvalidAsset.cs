namespace Pulumi;

/// <summary>Stands where an asset was expected and something else arrived.</summary>
internal sealed class InvalidAsset() : Asset("");
