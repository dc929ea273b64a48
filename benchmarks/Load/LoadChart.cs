using System.Globalization;
using System.Text;

namespace Benchmarks.Load;

/// <summary>Draws a load run as an SVG: pixels fired, events recorded and messages sent, over time.</summary>
internal static class LoadChart
{
    private const int Left = 80;
    private const int Top = 20;
    private const int Width = 560;
    private const int Height = 260;

    public static string Draw(IReadOnlyList<LoadSample> samples)
    {
        var end = Math.Max(samples.Max(sample => sample.Seconds), 1);
        var most = Math.Max(samples.Max(sample => Math.Max(sample.Fired, Math.Max(sample.Recorded, sample.Sent))), 1);
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""
            {SvgPicture.Open(720, 330, fontSize: 12)}
            <path d="M{Left} {Top} V{Top + Height} H{Left + Width}" fill="none" stroke="#777"/>
            <text x="{Left - 8}" y="{Top + 8}" text-anchor="end">{most:N0}</text>
            <text x="{Left + Width}" y="{Top + Height + 18}" text-anchor="end">{end:N0} s</text>
            """);
        Draw(svg, "fired", "#0072b2", 0, sample => sample.Fired);
        Draw(svg, "recorded", "#d55e00", 1, sample => sample.Recorded);
        Draw(svg, "messages sent", "#009e73", 2, sample => sample.Sent);
        return svg.AppendLine("</svg>").ToString();

        void Draw(StringBuilder text, string label, string colour, int row, Func<LoadSample, int> count)
        {
            var points = samples.Select(sample => string.Create(
                CultureInfo.InvariantCulture,
                $"{Left + (Width * sample.Seconds / end):0.0} {Top + Height - ((double)Height * count(sample) / most):0.0}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"""
                <path d="M{string.Join(" L", points)}" fill="none" stroke="{colour}" stroke-width="2"/>
                <text x="{Left + (160 * row)}" y="{Top + Height + 40}" fill="{colour}">{label}</text>
                """);
        }
    }
}
