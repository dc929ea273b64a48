using System;

namespace Pulumi;

/// <summary>The constructor through which an output type is made; its parameters are named after the properties.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute
{
}
