namespace Engagement.Local.Cloud;

/// <summary>What a deployment did to a resource.</summary>
internal enum StepKind
{
    /// <summary>It was not there.</summary>
    Created,

    /// <summary>It was changed in place.</summary>
    Updated,

    /// <summary>Another took its place.</summary>
    Replaced,

    /// <summary>It is gone.</summary>
    Deleted,
}

/// <summary>One thing that a deployment did.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Type">Pulumi type token.</param>
/// <param name="Name">The resource's name in the stack.</param>
/// <param name="Changed">Inputs that differed.</param>
internal sealed record ResourceStep(StepKind Kind, string Type, string Name, IReadOnlyList<string> Changed);
