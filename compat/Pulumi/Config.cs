using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>A stack's settings under one name, by default the project's.</summary>
/// <remarks>Get… returns null for a setting that is not there, Require… fails; …Secret… returns a secret output.</remarks>
public sealed class Config
{
    private readonly string name;

    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        this.name = name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;
    }

    public string? Get(string key) => Deployment.Required.GetConfig(FullKey(key));

    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var value => throw Invalid(key, value, nameof(Boolean)),
    };

    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    public int? GetInt32(string key) => Get(key) switch
    {
        null => null,
        var value when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw Invalid(key, value, nameof(Int32)),
    };

    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    public double? GetDouble(string key) => Get(key) switch
    {
        null => null,
        var value when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw Invalid(key, value, nameof(Double)),
    };

    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    [return: MaybeNull]
    public T GetObject<T>(string key) => GetObject<T>(key, JsonSerializerOptions.Default);

    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Get(key) is { } value ? Parse<T>(key, value, options) : default;

    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, JsonSerializerOptions.Default);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options)
        => Get(key) is { } value ? Output.CreateSecret(Parse<T>(key, value, options)) : null;

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key);

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key);

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key);

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key);

    public T RequireObject<T>(string key) => RequireObject<T>(key, JsonSerializerOptions.Default);

    public T RequireObject<T>(string key, JsonSerializerOptions options) => Parse<T>(key, Require(key), options);

    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) => Output.CreateSecret(RequireObject<T>(key, options));

    private T Parse<T>(string key, string value, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(value, options)!;
        }
        catch (JsonException exception)
        {
            throw Invalid(key, value, typeof(T).FullName!, exception);
        }
    }

    private string FullKey(string key) => $"{name}:{key}";

    private MissingException Missing(string key) => new(FullKey(key));

    private InvalidException Invalid(string key, string value, string type, Exception? cause = null) => new(FullKey(key), value, type, cause);

    private sealed class MissingException(string key)
        : RunException($"Missing required configuration variable '{key}'\n\tset it with `pulumi config set {key} <value>`");

    private sealed class InvalidException(string key, string value, string type, Exception? cause)
        : RunException($"Configuration '{key}' value '{value}' is not a valid {type}", cause);
}
