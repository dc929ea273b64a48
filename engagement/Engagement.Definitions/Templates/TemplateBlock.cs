namespace Engagement.Definitions.Templates;

/// <summary>A block that is open.</summary>
/// <param name="Helper">Its helper.</param>
/// <param name="Position">Where in the text it begins, from 0.</param>
/// <param name="Names">The names that it gives its element.</param>
internal sealed record TemplateBlock(string Helper, int Position, IReadOnlyList<string> Names)
{
    /// <summary>Whether paths within start elsewhere than outside.</summary>
    public bool ChangesContext => Helper is "each" or "with";
}
