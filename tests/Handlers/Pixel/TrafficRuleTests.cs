using Engagement.Pixel;

namespace Handlers.Tests.Pixel;

public class TrafficRuleTests
{
    [Theory]
    [InlineData("gpc", RejectionReason.GlobalPrivacyControl)]
    [InlineData("dnt", RejectionReason.DoNotTrack)]
    public void Privacy_signal_is_honoured_when_the_plan_says_so(string header, RejectionReason reason)
    {
        var message = PixelMessage.For("newsletter_signup").WithFact(header, "1");
        Assert.Equal(reason, message.Rejected().Reason);
        Assert.IsType<PixelAccepted>(message.Decide(Rules.Shipped with { HonorPrivacySignals = false }));
    }

    [Theory]
    [InlineData("gpc", "0")]
    [InlineData("dnt", "0")]
    [InlineData("dnt", "unspecified")]
    [InlineData("dnt", "null")]
    public void Absent_privacy_signal_is_none(string header, string value) =>
        Assert.IsType<PixelAccepted>(PixelMessage.For("newsletter_signup").WithFact(header, value).Decide());

    [Theory]
    [InlineData("prefetch")]
    [InlineData("prefetch;prerender")]
    [InlineData("prefetch;anonymous-client-ip")]
    [InlineData("Prefetch")]
    [InlineData("preview")]
    [InlineData("prerender")]
    [InlineData("none, prefetch")]
    [InlineData("preview, other")]
    public void Prefetch_is_not_recorded(string purpose) =>
        Assert.Equal(RejectionReason.Prefetch, PixelMessage.For("newsletter_signup").WithFact("purpose", purpose).Rejected().Reason);

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0 Safari/537.36")]
    [InlineData("Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)")]
    [InlineData("Mozilla/5.0 (compatible; AhrefsBot)")]
    [InlineData("UptimeRobot/2.0")]
    [InlineData("AdsBot-Google (+http://www.google.com/adsbot.html)")]
    [InlineData("Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)")]
    [InlineData("Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)")]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [InlineData("Mozilla/5.0 (Linux; Android 11; moto g power (2022)) AppleWebKit/537.36 Chrome/119.0 Mobile Safari/537.36 Chrome-Lighthouse")]
    [InlineData("my crawler")]
    public void Declared_bot_is_not_recorded(string userAgent) =>
        Assert.Equal(RejectionReason.Bot, PixelMessage.For("newsletter_signup").WithFact("ua", userAgent).Rejected().Reason);

    [Theory]
    [InlineData("")]
    [InlineData("curl/8.5.0")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; CUBOT X20 Pro) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0")]
    [InlineData("Mozilla/5.0 (Macintosh) Abbott/1.0 Botany/2")]
    public void Visitor_is_recorded(string userAgent) =>
        Assert.IsType<PixelAccepted>(PixelMessage.For("newsletter_signup").WithFact("ua", userAgent).Decide());
}
