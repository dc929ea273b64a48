using System.Text.Json;
using Jurassic;

namespace EndToEnd.Tests.Gtm;

/// <summary>A page with an imported container on it.</summary>
internal sealed class TagManagerPage
{
    private readonly ScriptEngine engine = new();

    public TagManagerPage(string container)
    {
        // The engine knows no modules.
        engine.Execute(Script.Read("tag-manager.js").Replace("export { TagManager };", "", StringComparison.Ordinal));
        engine.SetGlobalValue("container", container);
        engine.Execute("var manager = new TagManager(container);");
    }

    /// <summary>Pushes an entry to the data layer, written in JavaScript.</summary>
    /// <returns>The images that the page then loads.</returns>
    public IReadOnlyList<string> Push(string entry) =>
        JsonSerializer.Deserialize<string[]>(engine.Evaluate<string>($"manager.push({entry})"))!;

    /// <summary>The visitor denies a consent type.</summary>
    public void Deny(string consentType)
    {
        engine.SetGlobalValue("consentType", consentType);
        engine.Execute("manager.consent(consentType, 'denied');");
    }
}
