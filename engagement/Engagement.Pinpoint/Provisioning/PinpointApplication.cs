using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Amazon.Runtime;
using Engagement.Aws;
using Engagement.Aws.Functions;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>The application that this function provisions, and the tags by which it knows what it made there.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="arn">The application's ARN, <c>…:apps/ID</c>.</param>
/// <param name="stack">The environment's name.</param>
public sealed class PinpointApplication(IAmazonPinpoint client, string arn, string stack)
{
    /// <summary>Tag with the environment's name.</summary>
    public const string StackTag = "engagement:stack";

    /// <summary>Tag with the resource's name in the stack.</summary>
    public const string ResourceTag = "engagement:resource";

    /// <summary>Items of a page; the most that Pinpoint gives.</summary>
    public const string PageSize = "100";

    public IAmazonPinpoint Client => client;

    /// <summary>The application's id.</summary>
    public string Id { get; } = arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>
    /// The application of <c>PINPOINT_APPLICATION_ARN</c>. The client gives up after at most five attempts of 10 seconds: a deployment has
    /// time, and makes many calls at once.
    /// </summary>
    public static PinpointApplication Open(FunctionHost host)
    {
        var config = AwsCalls.Bounded(new AmazonPinpointConfig(), TimeSpan.FromSeconds(10));
        config.MaxErrorRetry = 4;
        return new(host.Own(new AmazonPinpointClient(config)), host.Environment.Required("PINPOINT_APPLICATION_ARN"), host.Stack);
    }

    /// <summary>The ARN of a resource of the application, such as <c>journeys/ID</c>.</summary>
    public string Arn(string resource) => $"{arn}/{resource}";

    public Dictionary<string, string> Tags(string name) => new(StringComparer.Ordinal) { [StackTag] = stack, [ResourceTag] = name };

    public bool IsTagged(IReadOnlyDictionary<string, string>? tags, string name) =>
        tags is not null
            && tags.TryGetValue(StackTag, out var ofStack)
            && ofStack == stack
            && tags.TryGetValue(ResourceTag, out var resource)
            && resource == name;

    /// <summary>The name of a resource of this stack; null for another's.</summary>
    public string? NameOf(IReadOnlyDictionary<string, string> tags) =>
        tags.TryGetValue(StackTag, out var ofStack) && ofStack == stack ? tags.GetValueOrDefault(ResourceTag) : null;

    /// <summary>Does a call; what Pinpoint refuses becomes an error that says what was being done.</summary>
    /// <exception cref="ProvisioningException">Pinpoint refused it.</exception>
    public static async Task<T> CallAsync<T>(string doing, Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (AmazonServiceException exception)
        {
            throw new ProvisioningException(
                $"{doing}: Pinpoint answered {exception.ErrorCode ?? exception.StatusCode.ToString()}: {exception.Message}", exception);
        }
    }

    /// <summary>Does a call that removes something; that it is gone already is well.</summary>
    /// <exception cref="ProvisioningException">Pinpoint refused it.</exception>
    public static async Task RemoveAsync<T>(string doing, Task<T> call)
    {
        try
        {
            await CallAsync(doing, call);
        }
        catch (ProvisioningException exception) when (exception.InnerException is NotFoundException)
        {
        }
    }

    /// <summary>Reads page after page.</summary>
    /// <param name="page">Reads the page of a token, null for the first; answers its items and the next token.</param>
    public static async Task<List<T>> AllAsync<T>(Func<string?, Task<(List<T>? Items, string? Next)>> page)
    {
        var all = new List<T>();
        string? token = null;
        do
        {
            (var items, token) = await page(token);
            all.AddRange(items ?? []);
        }
        while (!string.IsNullOrEmpty(token));
        return all;
    }
}
