using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Reads the two JSON headers that calls through the mobile SDK carry; an absent header gives an object whose members are null.</summary>
internal static class CognitoJson
{
    public static IClientContext ClientContext(string json)
    {
        var root = Parse(json);
        return new Context(Texts(root, "env"), Application(root), Texts(root, "custom"));
    }

    public static ICognitoIdentity Identity(string json)
    {
        var root = Parse(json);
        return new CognitoIdentity(Text(root, "cognitoIdentityId"), Text(root, "cognitoIdentityPoolId"));
    }

    private static ClientApplication Application(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty("client", out var client)
            ? new ClientApplication(
                Text(client, "app_package_name"),
                Text(client, "app_title"),
                Text(client, "app_version_code"),
                Text(client, "app_version_name"),
                Text(client, "installation_id"))
            : null;

    private static JsonElement Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return default;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Text(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Dictionary<string, string> Texts(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var map)
            ? map.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString())
            : null;

    private sealed record Context(IDictionary<string, string> Environment, IClientApplication Client, IDictionary<string, string> Custom) : IClientContext;

    private sealed record CognitoIdentity(string IdentityId, string IdentityPoolId) : ICognitoIdentity;

    private sealed record ClientApplication(string AppPackageName, string AppTitle, string AppVersionCode, string AppVersionName, string InstallationId)
        : IClientApplication;
}
