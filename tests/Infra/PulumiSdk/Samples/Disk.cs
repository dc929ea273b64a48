using Pulumi;

namespace Infra.Tests.PulumiSdk.Samples;

/// <summary>An output type.</summary>
[OutputType]
public sealed class Disk
{
    [OutputConstructor]
    private Disk(string device, int sizeInGb, bool? isFast)
    {
        Device = device;
        SizeInGb = sizeInGb;
        IsFast = isFast;
    }

    public string Device { get; }

    public int SizeInGb { get; }

    public bool? IsFast { get; }
}
