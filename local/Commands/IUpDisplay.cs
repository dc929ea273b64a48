using Engagement.Local.Cloud;

namespace Engagement.Local.Commands;

/// <summary>Shows how far an environment has come up.</summary>
internal interface IUpDisplay
{
    /// <summary>Shows progress until the work is done.</summary>
    Task<T> ShowAsync<T>(Func<Task<T>> work);

    /// <summary>A resource exists now.</summary>
    void Deployed(ResourceStep step);

    /// <summary>So many of the customers of a file are there now.</summary>
    void Loaded(string file, int loaded, int total);
}
