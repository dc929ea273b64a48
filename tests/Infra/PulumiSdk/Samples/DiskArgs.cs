using Pulumi;

namespace Infra.Tests.PulumiSdk.Samples;

/// <summary>A nested group of arguments.</summary>
public sealed class DiskArgs : ResourceArgs
{
    [Input("device", required: true)]
    public Input<string> Device { get; set; } = null!;

    [Input("sizeInGb")]
    public Input<int>? SizeInGb { get; set; }
}
