using System.ComponentModel;
using System.Text;
using Arrows;

namespace Infra.Tests.Arrows;

public sealed class UsedTypesTests
{
    [Theory]
    [InlineData(typeof(Exception))] // base type
    [InlineData(typeof(ICloneable))]
    [InlineData(typeof(TypeConverterAttribute))]
    [InlineData(typeof(StringConverter))] // argument of an attribute
    [InlineData(typeof(Version))] // field, within an array within a list
    [InlineData(typeof(List<>))]
    [InlineData(typeof(Uri))] // parameter
    [InlineData(typeof(StringBuilder))] // constructed in a body
    [InlineData(typeof(FormatException))] // caught
    [InlineData(typeof(Encoding))] // static call
    [InlineData(typeof(TimeSpan))] // type argument of a generic call
    public void What_a_type_names_is_seen(Type used) =>
        Assert.Contains(used, UsedTypes.From(typeof(Sample)).Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type));

    [TypeConverter(typeof(StringConverter))]
    private sealed class Sample : Exception, ICloneable
    {
        private readonly List<Version[]> versions = [];

        public object Clone() => versions;

        public static string Read(Uri address)
        {
            try
            {
                return new StringBuilder(address.Host).Append(Encoding.UTF8.WebName).Append(Enumerable.Empty<TimeSpan>()).ToString();
            }
            catch (FormatException)
            {
                return "";
            }
        }
    }
}
