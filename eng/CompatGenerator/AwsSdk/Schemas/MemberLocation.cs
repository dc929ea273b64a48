using System.Text.Json.Serialization;

namespace CompatGenerator.AwsSdk.Schemas;

/// <summary>Where a member stands in the HTTP request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MemberLocation>))]
internal enum MemberLocation
{
    /// <summary>A member of the body's JSON object.</summary>
    Body,

    /// <summary>Part of the path.</summary>
    Label,

    Query,

    Header,

    /// <summary>The body itself.</summary>
    Payload,
}
