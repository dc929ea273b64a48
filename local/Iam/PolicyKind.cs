namespace Engagement.Local.Iam;

/// <summary>What a policy hangs on, which decides what its statements must and must not say.</summary>
internal enum PolicyKind
{
    /// <summary>On a role: what the role may do. Names resources and no principal.</summary>
    Identity,

    /// <summary>On a role: who may assume it. Names principals and no resource.</summary>
    Trust,

    /// <summary>On a queue, function or secret: who may do what to it. Names principals and resources.</summary>
    Resource,
}
