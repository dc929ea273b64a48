namespace ProvisionPinpoint;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>PINPOINT_APPLICATION_ARN</c>: the one application that it provisions.</summary>
    public required string PinpointApplicationArn { get; init; }

    /// <summary><c>STACK</c>: the environment's name, a tag of all that it makes.</summary>
    public required string Stack { get; init; }

    /// <param name="variable">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="SettingsException">A variable is missing; names each.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var missing = new List<string>();
        var settings = new Settings { PinpointApplicationArn = Required("PINPOINT_APPLICATION_ARN"), Stack = Required("STACK") };
        return missing.Count == 0 ? settings : throw new SettingsException(string.Join('\n', missing.Select(name => $"The environment variable {name} is not set.")));

        string Required(string name)
        {
            var value = variable(name);
            if (string.IsNullOrWhiteSpace(value))
            {
                missing.Add(name);
            }

            return value ?? "";
        }
    }
}
