using Microsoft.Playwright;

namespace EndToEnd.Tests.WebConsole;

/// <summary>Goes through a page by the tab key, and finds what can be clicked and not be reached.</summary>
internal sealed class KeyboardWalk
{
    private const string Watch =
        """
        const clicked = new Set();
        const add = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (type, ...rest) {
          if (type === 'click' && this instanceof Element) clicked.add(this);
          return add.call(this, type, ...rest);
        };
        const reached = new Set();
        const dull = new Set();
        add.call(document, 'focusin', event => {
          reached.add(event.target);
          const style = getComputedStyle(event.target);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0) dull.add(event.target);
        });
        window.keyboardWalk = {
          actions: () => [...new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary'), ...clicked])]
            .filter(each => each.isConnected && each.checkVisibility() && !each.disabled && !each.closest('[role=listbox], iframe')),
          begin: () => { reached.clear(); dull.clear(); document.activeElement?.blur(); keyboardWalk.actions()[0].focus(); },
          wrong: () => {
            const told = each => each.outerHTML.slice(0, 160);
            const sameGroup = each => [...reached].some(other => other.type === 'radio' && other.name === each.name);
            return [
              ...keyboardWalk.actions().filter(each => !reached.has(each) && !(each.type === 'radio' && sameGroup(each)))
                .map(each => 'not reached: ' + told(each)),
              ...[...dull].filter(each => each.isConnected).map(each => 'has no ring: ' + told(each))];
          },
        };
        """;

    // So often it is looked whether all is reached.
    private const int Part = 20;

    private readonly IPage page;

    private KeyboardWalk(IPage page) => this.page = page;

    /// <summary>Watches a page that is not loaded yet.</summary>
    public static async Task<KeyboardWalk> StartAsync(IPage page)
    {
        await page.AddInitScriptAsync($"{{{Watch}}}");
        return new(page);
    }

    /// <summary>The views that links of the page lead to.</summary>
    /// <param name="selector">Which links.</param>
    public Task<string[]> LinksAsync(string selector) => page.Locator(selector).EvaluateAllAsync<string[]>(
        "links => links.map(link => link.getAttribute('href')).filter(href => href?.startsWith('#/')).map(href => href.slice(2))");

    /// <summary>Presses the tab key until all of the page is reached, or has had its turn.</summary>
    /// <returns>What can be clicked and was not reached, and what was reached and did not show it.</returns>
    public async Task<string[]> WalkAsync()
    {
        await page.EvaluateAsync("keyboardWalk.begin()");
        // Twice, and some more: a view may show more while it is walked through.
        var most = 100 + (2 * await page.EvaluateAsync<int>("keyboardWalk.actions().length"));
        for (var step = 0; step < most && (step % Part > 0 || (await WrongAsync()).Length > 0); step++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        return await WrongAsync();
    }

    private Task<string[]> WrongAsync() => page.EvaluateAsync<string[]>("keyboardWalk.wrong()");
}
