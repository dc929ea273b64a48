namespace ProvisionPinpoint;

/// <summary>The function's environment is not what it must be.</summary>
internal sealed class SettingsException(string message) : Exception(message);
