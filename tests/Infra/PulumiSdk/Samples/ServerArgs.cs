using System.Text.Json;
using Pulumi;

namespace Infra.Tests.PulumiSdk.Samples;

/// <summary>Arguments in the shape that provider SDKs generate.</summary>
public sealed class ServerArgs : ResourceArgs
{
    [Input("zones")]
    private InputList<string>? zones;

    [Input("labels")]
    private InputMap<string>? labels;

    [Input("disks")]
    private InputList<DiskArgs>? disks;

    [Input("address")]
    public Input<string>? Address { get; set; }

    [Input("port")]
    public Input<int>? Port { get; set; }

    [Input("isPublic")]
    public Input<bool>? IsPublic { get; set; }

    [Input("tier")]
    public Input<Tier>? Tier { get; set; }

    [Input("policy")]
    public InputUnion<string, DiskArgs>? Policy { get; set; }

    [Input("document")]
    public InputJson? Document { get; set; }

    [Input("element")]
    public Input<JsonElement>? Element { get; set; }

    [Input("settings", json: true)]
    public InputMap<int>? Settings { get; set; }

    [Input("code")]
    public Input<AssetOrArchive>? Code { get; set; }

    [Input("disk")]
    public Input<DiskArgs>? Disk { get; set; }

    public InputList<string> Zones
    {
        get => zones ??= [];
        set => zones = value;
    }

    public InputMap<string> Labels
    {
        get => labels ??= [];
        set => labels = value;
    }

    public InputList<DiskArgs> Disks
    {
        get => disks ??= [];
        set => disks = value;
    }
}
