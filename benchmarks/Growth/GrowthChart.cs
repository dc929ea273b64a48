using System.Globalization;
using System.Text;

namespace Benchmarks.Growth;

/// <summary>Draws how costs grow as an SVG: both axes are logarithmic, and the dashed line is growth in proportion.</summary>
internal static class GrowthChart
{
    private const int Left = 60;
    private const int Top = 20;
    private const int Side = 300;
    private const int Decades = 3;
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#777777"];

    public static string Draw(IReadOnlyList<GrowthFigure> figures)
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""
            {SvgPicture.Open(720, 380, fontSize: 12)}
            {Line((0, 0), (2, 2))} stroke="#777" stroke-dasharray="4 4"/>
            """);
        for (var decade = 0; decade <= Decades; decade++)
        {
            var times = Math.Pow(10, decade).ToString("N0", CultureInfo.InvariantCulture);
            var (x, y) = (X(decade), Y(decade));
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{Left - 8}" y="{y + 4:0}" text-anchor="end">{times}×</text>""");
            if (decade < Decades)
            {
                svg.AppendLine(
                    CultureInfo.InvariantCulture, $"""<text x="{x:0}" y="{Top + Side + 18}" text-anchor="middle">{times}×</text>""");
            }
        }

        foreach (var (figure, index) in figures.Select((figure, index) => (figure, index)))
        {
            var colour = Colours[index % Colours.Length];
            var first = figure.Costs[0].Cpu;
            var points = figure.Costs.Select((cost, decade) => ((double)decade, Math.Log10(cost.Cpu / first)));
            svg.AppendLine(CultureInfo.InvariantCulture, $"""{Line(points)} stroke="{colour}" stroke-width="2"/>""");
            svg.AppendLine(CultureInfo.InvariantCulture, $"""
                <text x="400" y="{40 + (22 * index)}" fill="{colour}">{figure.Exponent:0.00} {figure.Series.Cost}: {figure.Series.Of}</text>
                """);
        }

        return svg.AppendLine("""<text x="60" y="370">things, and what they cost in CPU time</text></svg>""").ToString();
    }

    private static string Line(params IEnumerable<(double X, double Y)> points)
    {
        var path = points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.0} {Y(point.Y):0.0}"));
        return $"<path fill=\"none\" d=\"M{string.Join(" L", path)}\"";
    }

    private static double X(double decade) => Left + (Side * decade / Decades);

    private static double Y(double decade) => Top + Side - (Side * decade / Decades);
}
