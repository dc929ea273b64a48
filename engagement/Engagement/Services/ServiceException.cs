namespace Engagement.Services;

/// <summary>A call to another service did not come through.</summary>
/// <param name="failure">How.</param>
/// <param name="problem">Service and kind of error, without anything that was sent.</param>
/// <param name="inner">What the client threw; its text may quote what was sent.</param>
public sealed class ServiceException(ServiceFailure failure, string problem, Exception? inner = null) : Exception(problem, inner)
{
    /// <summary>How it failed.</summary>
    public ServiceFailure Failure => failure;
}
