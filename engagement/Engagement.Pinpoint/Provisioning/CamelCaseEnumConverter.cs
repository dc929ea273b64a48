using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Writes an enumeration as definitions do: <c>userAttribute</c>.</summary>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
