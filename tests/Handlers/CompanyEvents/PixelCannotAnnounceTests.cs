using Engagement.Definitions.Announcements;
using Engagement.Pixel;
using Handlers.Tests.Pixel;

namespace Handlers.Tests.CompanyEvents;

public class PixelCannotAnnounceTests
{
    private static readonly AnnouncementCatalog Shipped = AnnouncementCatalog
        .Load(Path.Combine(AppContext.BaseDirectory, "definitions", "announcements.yaml"));

    [Fact]
    public void No_announcement_can_be_made_through_the_pixel_signed_or_not_whatever_the_plan_accepts() => Assert.All(
        Shipped.Announcements.Concat(Announcing.Catalog.Announcements).Select(announcement => announcement.EventType),
        type =>
        {
            Assert.Equal(RejectionReason.ReservedEvent, PixelMessage.For(type).Rejected(Rules.AnyEvent).Reason);
            Assert.Equal(RejectionReason.ReservedEvent, PixelMessage.For(type).Signed().Rejected(Rules.AnyEvent).Reason);
        });
}
