using System;

namespace Pulumi;

/// <summary>A member of an arguments class that is sent.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <param name="name">The name under which the value is sent.</param>
    /// <param name="required">Whether a missing value fails the deployment.</param>
    /// <param name="json">Whether the value is sent as JSON text.</param>
    public InputAttribute(string name, bool required = false, bool json = false)
    {
        Name = name;
        IsRequired = required;
        Json = json;
    }

    internal string Name { get; }

    internal bool IsRequired { get; }

    internal bool Json { get; }
}
