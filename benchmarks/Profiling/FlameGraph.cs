using System.Globalization;
using System.Security;
using System.Text;

namespace Benchmarks.Profiling;

/// <summary>Draws a tree of frames: the width of a box is its part of all samples, and below it stands what it called.</summary>
internal static class FlameGraph
{
    private const double Width = 1_000;
    private const int Row = 18;
    private const int Deepest = 18;
    private const double CharacterWidth = 6.2;

    // Thinner boxes show nothing.
    private const double Least = 0.006;

    public static string Draw(FrameTree root, string title)
    {
        var boxes = new StringBuilder();
        var depth = 0;
        var left = 0.0;
        foreach (var callee in root.Callees)
        {
            left += DrawFrame(boxes, callee, root.Samples, left, 0, ref depth);
        }

        var height = ((depth + 2) * Row) + 8;
        return string.Create(CultureInfo.InvariantCulture, $"""
            {SvgPicture.Open(Width, height, fontSize: 11)}
            <text x="4" y="14" font-weight="bold">{SecurityElement.Escape(title)}</text>
            {boxes}</svg>

            """);
    }

    private static double DrawFrame(StringBuilder boxes, FrameTree frame, int all, double left, int level, ref int depth)
    {
        var part = (double)frame.Samples / all;
        if (part < Least || level == Deepest)
        {
            return part;
        }

        depth = Math.Max(depth, level + 1);
        AppendBox(boxes, frame.Name!, part, left, level);
        var inner = left;
        foreach (var callee in frame.Callees)
        {
            inner += DrawFrame(boxes, callee, all, inner, level + 1, ref depth);
        }

        return part;
    }

    private static void AppendBox(StringBuilder boxes, string name, double part, double left, int level)
    {
        var (x, y, width) = (left * Width, (level + 1) * Row, part * Width);
        var fits = (int)((width - 4) / CharacterWidth);
        var label = $"{name} {part:P0}";
        boxes.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"{Row - 1}\" ")
            .Append(CultureInfo.InvariantCulture, $"fill=\"hsl({ColorOf(name)},70%,78%)\"/>\n");
        if (fits >= 4)
        {
            var shown = label.Length <= fits ? label : $"{label.AsSpan(0, fits - 1)}…";
            boxes.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 2:0.#}\" y=\"{y + 13}\">{SecurityElement.Escape(shown)}</text>\n");
        }
    }

    // The same type has the same colour in each picture.
    private static int ColorOf(string name) => name.Split('.')[0].Aggregate(7, static (hash, character) => ((hash * 31) + character) % 360);
}
