using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Local.Cloud;

namespace Engagement.Local.Control;

/// <summary>A line of what <c>POST /_local/deploy</c> answers; one of its members is set.</summary>
internal sealed record DeployLine
{
    /// <summary>Something that was done.</summary>
    public ResourceStep? Step { get; init; }

    /// <summary>The deployment succeeded.</summary>
    public DeploymentSummary? Summary { get; init; }

    /// <summary>The deployment failed: what, where, and what to do.</summary>
    public string? Error { get; init; }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeployLine))]
internal sealed partial class DeployJson : JsonSerializerContext;
