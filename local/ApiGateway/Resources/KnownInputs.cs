using Engagement.Local.Resources;

namespace Engagement.Local.ApiGateway.Resources;

/// <summary>Refuses inputs that are not emulated.</summary>
internal static class KnownInputs
{
    /// <summary>Allows these inputs and no others.</summary>
    public static void Allow(this ResourceRequest request, params ReadOnlySpan<string> keys)
    {
        foreach (var key in request.Inputs.Keys)
        {
            if (!keys.Contains(key))
            {
                throw request.Invalid(key, "is not emulated");
            }
        }
    }
}
