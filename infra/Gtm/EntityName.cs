using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Infra.Gtm;

/// <summary>
/// Names that GTM takes. It refuses <c>: &lt; &gt; &amp; " '</c> in the names of tags, triggers and variables, and braces would end a
/// reference to a variable early. The tracking plan allows all of them.
/// </summary>
internal static class EntityName
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(":<>&\"'{}");

    /// <summary>
    /// The name as it is, where GTM takes it. Otherwise <c>_</c> stands for each character that GTM refuses, and digits that follow from
    /// the whole name keep similar names apart.
    /// </summary>
    public static string From(string name)
    {
        var fit = name.Trim();
        foreach (var character in fit.Where(Forbidden.Contains).Distinct().ToList())
        {
            fit = fit.Replace(character, '_');
        }

        return fit == name ? name : $"{fit} ({Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]})";
    }
}
