namespace EndToEnd.Tests.WebConsole;

/// <summary>What the console is looked at with.</summary>
/// <param name="Name">Part of a screenshot's name.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="IsDark">Whether the viewer prefers dark colours.</param>
public sealed record Screen(string Name, int Width, int Height, bool IsDark)
{
    public static Screen Desktop { get; } = new("desktop-light", 1280, 800, IsDark: false);

    public static IReadOnlyList<Screen> All { get; } =
    [
        Desktop,
        new("desktop-dark", 1280, 800, IsDark: true),
        new("phone-light", 360, 780, IsDark: false),
        new("phone-dark", 360, 780, IsDark: true),
    ];
}
