namespace RecordPixelEvents;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>PINPOINT_APPLICATION_ID</c></summary>
    public required string PinpointApplicationId { get; init; }

    /// <summary><c>SIGNING_SECRET_ARN</c></summary>
    public required string SigningSecretArn { get; init; }

    /// <summary><c>STACK</c>: the environment's name, a dimension of every metric.</summary>
    public required string Stack { get; init; }

    /// <summary><c>ACCEPT_UNKNOWN_EVENTS</c>, <c>true</c> or <c>false</c>: overrides the tracking plan; null leaves it.</summary>
    public bool? AcceptUnknownEvents { get; init; }

    /// <param name="variable">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="SettingsException">A variable is missing or of the wrong form; names each.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var problems = new List<string>();
        var settings = new Settings
        {
            PinpointApplicationId = Required("PINPOINT_APPLICATION_ID"),
            SigningSecretArn = Required("SIGNING_SECRET_ARN"),
            Stack = Required("STACK"),
            AcceptUnknownEvents = Optional("ACCEPT_UNKNOWN_EVENTS"),
        };
        return problems.Count == 0 ? settings : throw new SettingsException(string.Join('\n', problems));

        string Required(string name)
        {
            var value = variable(name);
            if (string.IsNullOrWhiteSpace(value))
            {
                problems.Add($"The environment variable {name} is not set.");
            }

            return value ?? "";
        }

        bool? Optional(string name)
        {
            var value = variable(name);
            switch (value)
            {
                case null or "": return null;
                case "true": return true;
                case "false": return false;
                default:
                    problems.Add($"The environment variable {name} is neither true nor false.");
                    return null;
            }
        }
    }
}
