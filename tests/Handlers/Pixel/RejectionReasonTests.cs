using Engagement.Pixel;

namespace Handlers.Tests.Pixel;

public class RejectionReasonTests
{
    [Theory]
    [InlineData(RejectionReason.UnknownEvent, "unknownEvent")]
    [InlineData(RejectionReason.Bot, "bot")]
    [InlineData(RejectionReason.MetricNotANumber, "metricNotANumber")]
    public void Code_is_the_name_in_camel_case(RejectionReason reason, string code) => Assert.Equal(code, reason.Code());

    [Fact]
    public void Codes_differ() => Assert.Distinct(Enum.GetValues<RejectionReason>().Select(reason => reason.Code()));
}
