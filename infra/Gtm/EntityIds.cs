using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Infra.Gtm;

/// <summary>
/// Ids within an export. They only tie its entries together: GTM gives its own on import. But they stand in a reviewed output. So each id
/// follows from its entry's kind and name alone, and a new event leaves all other ids as they are.
/// </summary>
internal sealed class EntityIds
{
    // GTM's own triggers, such as "All Pages", are numbered from 2,147,479,553.
    private const uint FirstOfGtm = 2_147_479_553;

    private readonly HashSet<uint> taken = [];

    /// <summary>
    /// An id that no other entry of this export has. Of two that fall on the same number the later in the plan gives way.
    /// </summary>
    public string Create(string kind, string name)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{name}\n{attempt}"));
            var id = 1 + (BinaryPrimitives.ReadUInt32BigEndian(hash) % (FirstOfGtm - 1));
            if (taken.Add(id))
            {
                return id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }
}
