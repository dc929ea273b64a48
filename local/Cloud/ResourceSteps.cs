using Engagement.Local.Resources;
namespace Engagement.Local.Cloud;

/// <summary>Does to a resource what its inputs ask for, beside what stands.</summary>
internal sealed class ResourceSteps(ResourceCatalog types, ResourceGraph graph, Action<ResourceStep> done)
{
    /// <summary>
    /// Creates a resource, or changes or replaces the one of its type and name; one whose inputs are the same is left alone.
    /// </summary>
    /// <exception cref="ResourceFailedException">It could not be done.</exception>
    public async Task<DeployedResource> RegisterAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        if (graph.Find(request.Type, request.Name) is not { } before)
        {
            return await TellAsync("created", request, () => CreateAsync(request, cancellationToken), StepKind.Created, []);
        }

        var next = request with { Generation = before.Request.Generation };
        var prints = InputPrints.From(next);
        var changed = before.ChangedInputs(prints);
        if (changed.Count == 0)
        {
            return before;
        }

        var lifecycle = Lifecycle(request, "changed", changed);
        var update = lifecycle.Update;
        return update is null || types.IsReplaced(before, prints)
            ? await TellAsync(
                "replaced", request, () => ReplaceAsync(next, before, lifecycle, cancellationToken), StepKind.Replaced, changed)
            : await TellAsync(
                "updated", request, () => UpdateAsync(next, before, lifecycle, update, cancellationToken), StepKind.Updated, changed);
    }

    /// <summary>Deletes resources, the latest first: nothing goes before what depends on it.</summary>
    /// <exception cref="ResourceFailedException">One could not be deleted; it and the older ones stand.</exception>
    public async Task DeleteAsync(IEnumerable<DeployedResource> resources, CancellationToken cancellationToken)
    {
        var replaced = graph.Replaced;
        foreach (var resource in resources.OrderByDescending(resource => resource.Order))
        {
            await FailingAsync("deleted", resource.Request, () => RemoveAsync(resource, cancellationToken));
            if (resource.Id is not null && !replaced.Contains(resource))
            {
                done(new(StepKind.Deleted, resource.Request.Type, resource.Request.Name, []));
            }
        }
    }

    private async Task<DeployedResource> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var resource = Deployed(request, await types.CreatorOf(request)(request, cancellationToken), graph.NextOrder());
        graph.Put(resource);
        return resource;
    }

    private async Task<DeployedResource> UpdateAsync(
        ResourceRequest next, DeployedResource before, ResourceLifecycle lifecycle, UpdateResource update,
        CancellationToken cancellationToken)
    {
        try
        {
            var resource = Deployed(next, await update(next, before, cancellationToken), before.Order);
            graph.Put(resource);
            return resource;
        }
        catch (Exception) when (lifecycle.KeepsInputsOfFailedUpdate)
        {
            graph.Put(before with { Request = next, Prints = InputPrints.From(next) });
            throw;
        }
    }

    /// <summary>
    /// First the new resource, then, once everything refers to it, the old one goes; the other way round where both would be called the
    /// same.
    /// </summary>
    private async Task<DeployedResource> ReplaceAsync(
        ResourceRequest next, DeployedResource before, ResourceLifecycle lifecycle, CancellationToken cancellationToken)
    {
        if (lifecycle.DeletesBeforeReplacing
            || (next.Text(lifecycle.NameInput) is { } name && before.Request.Text(lifecycle.NameInput) == name))
        {
            await RemoveAsync(before, cancellationToken);
            return await CreateAsync(next, cancellationToken);
        }

        var other = next with { Generation = next.Generation + 1 };
        var resource = Deployed(other, await types.CreatorOf(other)(other, cancellationToken), graph.NextOrder());
        graph.Put(resource, before);
        return resource;
    }

    private async Task RemoveAsync(DeployedResource resource, CancellationToken cancellationToken)
    {
        if (resource.Id is not null)
        {
            await Lifecycle(resource.Request, "deleted", []).Delete(resource, cancellationToken);
        }

        graph.Remove(resource);
    }

    private ResourceLifecycle Lifecycle(ResourceRequest request, string what, IReadOnlyList<string> changed) =>
        types.LifecycleOf(request) ?? throw new ResourceFailedException(
        request.Type,
        request.Name,
        what,
        new NotSupportedException(
            $"this local cloud only creates this type{(changed.Count == 0 ? "" : $", and {string.Join(", ", changed)} differs")}. Start it "
                + "anew, or give the type a lifecycle in its provider in local/."));

    private static DeployedResource Deployed(ResourceRequest request, ResourceState state, long order) => new()
    {
        Request = request,
        Prints = InputPrints.From(request),
        Id = state.Id,
        Outputs = request.Inputs.SetItems(state.Outputs),
        Order = order,
    };

    private async Task<DeployedResource> TellAsync(
        string doing, ResourceRequest request, Func<Task<DeployedResource>> act, StepKind kind, IReadOnlyList<string> changed)
    {
        DeployedResource? resource = null;
        await FailingAsync(doing, request, async () => resource = await act());
        done(new(kind, request.Type, request.Name, changed));
        return resource!;
    }

    private static async Task FailingAsync(string doing, ResourceRequest request, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is not ResourceFailedException)
        {
            throw new ResourceFailedException(request.Type, request.Name, doing, e);
        }
    }
}
