using System.Globalization;

namespace Benchmarks;

/// <summary>What all pictures of the benchmarks begin with.</summary>
internal static class SvgPicture
{
    /// <summary>Opens a picture with a white ground.</summary>
    /// <param name="width">Width, as a part of the coordinates.</param>
    /// <param name="height">Height, as a part of the coordinates.</param>
    /// <param name="fontSize">Size of letters, in the same unit.</param>
    public static string Open(double width, double height, int fontSize) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="{fontSize}">
        <rect width="100%" height="100%" fill="#fff"/>
        """);
}
