namespace EndToEnd.Tests.Browser;

/// <summary>A test that needs a browser. Where there is none it is skipped, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Skip = "There is no Chromium on this machine's PATH.";
        }
    }
}
