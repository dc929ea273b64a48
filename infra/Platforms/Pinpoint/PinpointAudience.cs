using Engagement.Definitions;
using Engagement.Definitions.Segments;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Pinpoint.Provisioning;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>Who can be told what: the segments and message templates of the definitions.</summary>
internal sealed class PinpointAudience : ComponentResource
{
    public PinpointAudience(
        string name, DefinitionSet definitions, PinpointProvisioner provisioner, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:Audience", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Segments = definitions.Segments.Segments.ToDictionary(
            segment => segment.Name,
            segment => Create($"{name}-segment-{segment.Name}", segment, provisioner, asChild),
            StringComparer.Ordinal);
        Templates = definitions.Templates.ToDictionary(
            template => template.Name,
            template => new PinpointTemplate($"{name}-template-{template.Name}", template, provisioner, asChild),
            StringComparer.Ordinal);
        RegisterOutputs();
    }

    /// <summary>By their names in segments.yaml.</summary>
    public IReadOnlyDictionary<string, PinpointResource<SegmentDeclaration>> Segments { get; }

    /// <summary>By their folders' names.</summary>
    public IReadOnlyDictionary<string, PinpointTemplate> Templates { get; }

    private static PinpointResource<SegmentDeclaration> Create(
        string name, SegmentDefinition segment, PinpointProvisioner provisioner, ComponentResourceOptions asChild) => new(
        name,
        PinpointResourceTypes.Segment,
        new()
        {
            Provisioner = provisioner,
            Name = segment.Name,
            Definition = Output.Create(new SegmentDeclaration { Conditions = segment.Conditions }),
        },
        asChild);
}
