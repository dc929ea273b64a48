using System;

namespace Pulumi;

/// <summary>A class that outputs are converted into, through its constructor.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute
{
}
