using System.Xml.Linq;
using Engagement.Local.Aws;

namespace Engagement.Local.Sns.Protocol;

/// <summary>The AWS query protocol of 2010-03-31: form fields in, XML out.</summary>
internal static class SnsProtocol
{
    private static readonly XNamespace Xml = "http://sns.amazonaws.com/doc/2010-03-31/";

    public static IReadOnlyDictionary<string, string> Read(AwsRequest request) => FormFields.Read(request)
        .GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal)
        .ToDictionary(field => field.Key, field => field.Last(), StringComparer.Ordinal);

    public static AwsResponse Result(string operation, params object[] members) => Document(200, new XElement(
        Xml + $"{operation}Response",
        new XElement(Xml + $"{operation}Result", members),
        new XElement(Xml + "ResponseMetadata", new XElement(Xml + "RequestId", Guid.NewGuid().ToString()))));

    public static XElement Member(string name, object value) => new(Xml + name, value);

    public static AwsResponse Error(AwsException error) => Document((int)error.Status, new XElement(
        Xml + "ErrorResponse",
        new XElement(
            Xml + "Error",
            new XElement(Xml + "Type", (int)error.Status < 500 ? "Sender" : "Receiver"),
            new XElement(Xml + "Code", error.Code),
            new XElement(Xml + "Message", error.Message)),
        new XElement(Xml + "RequestId", Guid.NewGuid().ToString())));

    private static AwsResponse Document(int status, XElement body) =>
        AwsResponse.Text(status, "text/xml", body.ToString(SaveOptions.DisableFormatting));
}
