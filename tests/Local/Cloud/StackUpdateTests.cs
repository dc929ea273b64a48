using Engagement.Local.Cloud;

namespace Local.Tests.Cloud;

/// <summary>What a second deployment does beside what the first one left.</summary>
public sealed class StackUpdateTests
{
    private readonly Things things = new();

    [Fact]
    public async Task What_is_the_same_is_left_alone()
    {
        await things.DeployAsync((Things.Changeable, "a", ["size=1"]), (Things.Fixed, "b", []));
        things.Taken();

        Assert.Equal(
            new DeploymentSummary(0, 0, 0, 0, 2), await things.DeployAsync((Things.Changeable, "a", ["size=1"]), (Things.Fixed, "b", [])));
        Assert.Empty(things.Taken());
    }

    [Fact]
    public async Task What_differs_is_updated_or_replaced_as_its_type_says()
    {
        await things.DeployAsync(
            (Things.Changeable, "a", ["size=1", "kind=x"]), (Things.Changeable, "b", ["kind=x"]), (Things.Fixed, "c", ["size=1"]));
        things.Taken();

        var summary =
            await things.DeployAsync(
                (Things.Changeable, "a", ["size=2", "kind=x"]), (Things.Changeable, "b", ["kind=y"]), (Things.Fixed, "c", []));

        Assert.Equal(new DeploymentSummary(0, 1, 2, 0, 0), summary);
        Assert.Equal("update a, create b/1, create c/1, delete c, delete b", things.Taken());
    }

    [Fact]
    public async Task What_has_a_name_of_its_own_goes_before_its_replacement_comes()
    {
        await things.DeployAsync((Things.Fixed, "a", ["name=n", "size=1"]));
        await things.DeployAsync((Things.Fixed, "a", ["name=n", "size=2"]));

        Assert.Equal("create n, delete n, create n", things.Taken());
    }

    [Fact]
    public async Task What_is_no_longer_declared_goes_last_and_in_reverse_order()
    {
        await things.DeployAsync((Things.Fixed, "a", []), (Things.Changeable, "b", []), (Things.Fixed, "c", []));
        things.Taken();

        Assert.Equal(1, (await things.DeployAsync((Things.Changeable, "d", []), (Things.Fixed, "a", []), (Things.Fixed, "c", []))).Deleted);
        await things.DeployAsync();
        Assert.Equal("create d, delete b, delete d, delete c, delete a", things.Taken());
    }

    [Fact]
    public async Task A_deployment_that_failed_deletes_nothing_keeps_what_it_did_and_can_be_run_again()
    {
        await things.DeployAsync((Things.Changeable, "a", ["size=1"]), (Things.Changeable, "gone", []));
        things.Taken();
        things.Failing = "update a";
        var error =
            await Assert.ThrowsAsync<ResourceFailedException>(() =>
                things.DeployAsync((Things.Changeable, "new", []), (Things.Changeable, "a", ["size=2"])));
        Assert.Equal($"a ({Things.Changeable}) could not be updated: it is made to fail", error.Message);
        Assert.Equal("create new", things.Taken());

        things.Failing = null;
        await things.DeployAsync((Things.Changeable, "new", []), (Things.Changeable, "a", ["size=2"]));
        Assert.Equal("update a, delete gone", things.Taken());
    }

    [Fact]
    public async Task A_failed_update_whose_inputs_the_provider_saves_runs_again_only_with_others()
    {
        await things.DeployAsync((Things.Saving, "a", ["attempt=0"]));
        things.Failing = "update a";
        await Assert.ThrowsAsync<ResourceFailedException>(() => things.DeployAsync((Things.Saving, "a", ["attempt=1"])));
        (things.Failing, _) = (null, things.Taken());

        await things.DeployAsync((Things.Saving, "a", ["attempt=1"]));
        Assert.Empty(things.Taken());
        await things.DeployAsync((Things.Saving, "a", ["attempt=2"]));
        Assert.Equal("update a", things.Taken());
    }

    [Fact]
    public async Task A_deletion_that_failed_is_tried_again()
    {
        await things.DeployAsync((Things.Fixed, "a", ["size=1"]), (Things.Fixed, "b", []));
        things.Failing = "delete a";
        await Assert.ThrowsAsync<ResourceFailedException>(() => things.DeployAsync((Things.Fixed, "a", ["size=2"])));
        (things.Failing, _) = (null, things.Taken());

        await things.DeployAsync((Things.Fixed, "a", ["size=2"]));
        Assert.Equal("delete a", things.Taken());
    }

    [Fact]
    public async Task What_can_only_be_created_is_refused_by_name_and_never_left_as_it_is()
    {
        await things.DeployAsync(("test:thing:Forever", "a", ["size=1"]));

        var changed = await Assert.ThrowsAsync<ResourceFailedException>(() => things.DeployAsync(("test:thing:Forever", "a", ["size=2"])));
        Assert.StartsWith(
            "a (test:thing:Forever) could not be changed: this local cloud only creates this type, and size differs.",
            changed.Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceFailedException>(() => things.DeployAsync());
    }
}
