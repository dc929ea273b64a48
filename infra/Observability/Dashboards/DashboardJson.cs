using System.Text.Json.Serialization;

namespace Engagement.Infra.Observability.Dashboards;

/// <summary>A dashboard's body.</summary>
internal sealed record Dashboard(IReadOnlyList<Widget> Widgets);

/// <summary>Writes it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dashboard))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(LineOptions))]
[JsonSerializable(typeof(ExpressionOptions))]
internal sealed partial class DashboardJson : JsonSerializerContext;
