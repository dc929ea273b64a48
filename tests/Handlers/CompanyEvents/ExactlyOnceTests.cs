using Engagement.CompanyEvents.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.CompanyEvents;

/// <summary>
/// Several launchers work on one campaign by the ledger's rules and are stopped anywhere: before and after each of their calls. Whatever
/// happens, Pinpoint has at most one campaign, and exactly one once one of them came through.
/// </summary>
public class ExactlyOnceTests
{
    [Fact]
    public void Any_order_of_deaths_and_deliveries_makes_one_campaign() => Prop.ForAll(Schedules, schedule =>
    {
        var world = new World();
        foreach (var (launcher, event_) in schedule)
        {
            world.Advance(launcher, event_);
            Assert.True(world.Created <= 1);
        }

        world.Finish();
        Assert.Equal(1, world.Created);
    }).QuickCheckThrowOnFailure();

    private enum Happening
    {
        Step,
        Death,
        TimePasses,
    }

    private static Arbitrary<(int, Happening)[]> Schedules =>
        (from launcher in Gen.Choose(0, 2)
         from happening in Gen.Frequency(
             (8, Gen.Constant(Happening.Step)),
             (1, Gen.Constant(Happening.Death)),
             (1, Gen.Constant(Happening.TimePasses)))
         select (launcher, happening)).ArrayOf().ToArbitrary();

    private sealed class World
    {
        private readonly Launcher[] launchers = [new(), new(), new()];
        private CampaignRecord? record;
        private DateTimeOffset now = Announcing.Now;

        public int Created { get; private set; }

        public void Advance(int index, Happening happening)
        {
            switch (happening)
            {
                case Happening.Death:
                    launchers[index] = new();
                    break;
                case Happening.TimePasses:
                    now += LaunchRules.Claim;
                    // Who has not come back by then is dead: its function has a shorter timeout.
                    Array.ForEach(launchers, each => each.Forget());
                    break;
                default:
                    Step(launchers[index]);
                    break;
            }
        }

        public void Finish()
        {
            Advance(0, Happening.TimePasses);
            for (var i = 0; i < 9; i++)
            {
                Step(launchers[0]);
            }
        }

        // Each step ends in one call to the ledger or to Pinpoint; between steps anything may happen.
        private void Step(Launcher launcher)
        {
            if (launcher.Claim is null)
            {
                launcher.Doing = LaunchRules.Next(record, now);
                if (launcher.Doing is LaunchStep.Create or LaunchStep.FindOrCreate)
                {
                    launcher.Seen = record;
                    launcher.Claim = LaunchRules.Claimed(record, now);
                }
            }
            else if (!launcher.Holds)
            {
                launcher.Holds = TryReplace(launcher.Seen, launcher.Claim);
                if (!launcher.Holds)
                {
                    launcher.Forget();
                }
            }
            else if (!launcher.HasCampaign)
            {
                Created += launcher.Doing == LaunchStep.FindOrCreate && Created > 0 ? 0 : 1;
                launcher.HasCampaign = true;
            }
            else
            {
                Assert.True(TryReplace(launcher.Claim, LaunchRules.Launched(launcher.Claim, "c-1", now)));
                launcher.Forget();
            }
        }

        private bool TryReplace(CampaignRecord? from, CampaignRecord to)
        {
            if (record != from)
            {
                return false;
            }

            record = to;
            return true;
        }
    }

    private sealed class Launcher
    {
        public LaunchStep Doing { get; set; }

        public CampaignRecord? Seen { get; set; }

        public CampaignRecord? Claim { get; set; }

        public bool Holds { get; set; }

        public bool HasCampaign { get; set; }

        public void Forget() => (Doing, Seen, Claim, Holds, HasCampaign) = (default, null, null, false, false);
    }
}
