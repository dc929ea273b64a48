namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>A map that keeps the order in which its keys came.</summary>
internal sealed class VelocityMap : OrderedDictionary<object, object?>
{
    /// <summary>An empty map.</summary>
    public VelocityMap()
    {
    }

    /// <summary>A map of texts.</summary>
    public VelocityMap(IEnumerable<KeyValuePair<string, string>> texts)
    {
        foreach (var (name, value) in texts)
        {
            this[name] = value;
        }
    }
}
