using System.Text.Json.Serialization;
using Engagement.Definitions.Segments;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>The JSON that the stack and the function which provisions Pinpoint exchange. Members that are not known are errors.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    // Pulumi sorts the members of what it hands on.
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(CamelCaseEnumConverter<SegmentOperator>), typeof(CamelCaseEnumConverter<SegmentSubject>)])]
[JsonSerializable(typeof(ResourceDeclaration))]
[JsonSerializable(typeof(EndpointDeclaration))]
[JsonSerializable(typeof(SegmentDeclaration))]
[JsonSerializable(typeof(JourneyDeclaration))]
[JsonSerializable(typeof(CampaignDeclaration))]
[JsonSerializable(typeof(ProvisionedResource))]
public sealed partial class ProvisioningJson : JsonSerializerContext;
