using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Provisioning;

/// <summary>Writes an enumeration as definitions do: <c>userAttribute</c>.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
