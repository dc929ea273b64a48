using System.Text.Json;
using Jurassic;

namespace EndToEnd.Tests.Gtm;

/// <summary>What a tag made from the template did.</summary>
/// <param name="Pixels">The URLs that it requested.</param>
/// <param name="Log">What it wrote to the console.</param>
/// <param name="Succeeded">Whether it told GTM that it succeeded.</param>
/// <param name="Failed">Whether it told GTM that it failed.</param>
internal sealed record Firing(IReadOnlyList<string> Pixels, IReadOnlyList<string> Log, bool Succeeded, bool Failed);

/// <summary>Runs a template's code with what GTM gives it and nothing else.</summary>
internal sealed class TemplateSandbox
{
    private readonly ScriptEngine engine = new();

    public TemplateSandbox(TagTemplate template)
        : this(template.Code, template.Permissions)
    {
    }

    public TemplateSandbox(string code, string permissions)
    {
        engine.Execute(Script.Read("sandbox.js"));
        engine.SetGlobalValue("code", code);
        engine.Execute($"var permissions = {permissions}; sandbox.close(this);");
    }

    /// <summary>Fires a tag whose fields hold these values, an object in JavaScript.</summary>
    public Firing Fire(string fields) =>
        JsonSerializer.Deserialize<Firing>(
            engine.Evaluate<string>($"sandbox.fire(code, permissions, {fields})"),
            JsonSerializerOptions.Web)!;

    /// <summary>Runs one of the template's own tests.</summary>
    /// <exception cref="JavaScriptException">It failed; the message says why.</exception>
    public void Test(string setup, string scenario)
    {
        engine.SetGlobalValue("setup", setup);
        engine.SetGlobalValue("scenario", scenario);
        engine.Execute("sandbox.test(code, permissions, setup, scenario);");
    }

    /// <summary>Whether a pattern of the permission <c>send_pixel</c> allows a URL.</summary>
    public bool MaySendTo(string url)
    {
        engine.SetGlobalValue("url", url);
        return engine.Evaluate<bool>("permissions.send_pixel.some(function(pattern) { return sandbox.allows(pattern, url); })");
    }
}
