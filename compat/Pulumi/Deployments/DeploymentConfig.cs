using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's settings, as the environment hands them over: read once, when the deployment begins.</summary>
internal sealed record DeploymentConfig(ImmutableDictionary<string, string> Values)
{
    private const string Variable = "PULUMI_CONFIG";

    public static DeploymentConfig FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } text)
        {
            return new(ImmutableDictionary<string, string>.Empty);
        }

        using var json = JsonDocument.Parse(text);
        var settings = json.RootElement.EnumerateObject();
        return new(settings.ToImmutableDictionary(setting => WithoutLegacyPart(setting.Name), setting => setting.Value.ToString()));
    }

    // Old projects write project:config:key.
    private static string WithoutLegacyPart(string key)
        => key.Split(':', 3) is [{ Length: > 0 } project, "config", var rest] ? $"{project}:{rest}" : key;
}
