namespace Engagement.Local.Configuration.Yaml;

/// <summary>What a scalar is.</summary>
internal enum YamlKind
{
    Text,
    Null,
    Flag,
    Whole,
    Float,
    Time,
}
