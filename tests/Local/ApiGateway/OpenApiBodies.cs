using System.Text.Json.Nodes;

namespace Local.Tests.ApiGateway;

/// <summary>Small OpenAPI bodies to change.</summary>
internal static class OpenApiBodies
{
    /// <summary><c>GET /items/{id}</c> with a mock that renders a template.</summary>
    public static JsonObject Mock(string responseTemplate, string requestTemplate = """{"statusCode": 200}""") => Parse(
        """
        {
          "openapi": "3.0.1", "info": {"title": "t", "version": "1"},
          "paths": {"/items/{id}": {"get": {
            "responses": {"200": {"headers": {"X-Id": {}, "Date": {}}}, "404": {}},
            "x-amazon-apigateway-integration": {
              "type": "mock", "requestTemplates": {"application/json": ""},
              "responses": {"2\\d{2}": {"statusCode": "200", "responseTemplates": {"application/json": ""}}, "default": {"statusCode": "404"}}}}}}
        }
        """,
        api =>
        {
            Integration(api)["requestTemplates"]!["application/json"] = requestTemplate;
            Response(api)["responseTemplates"]!["application/json"] = responseTemplate;
        });

    public static JsonObject Operation(JsonObject api) => api["paths"]!["/items/{id}"]!["get"]!.AsObject();

    public static JsonObject Integration(JsonObject api) => Operation(api)["x-amazon-apigateway-integration"]!.AsObject();

    public static JsonObject Response(JsonObject api) => Integration(api)["responses"]![@"2\d{2}"]!.AsObject();

    private static JsonObject Parse(string json, Action<JsonObject> change)
    {
        var api = JsonNode.Parse(json)!.AsObject();
        change(api);
        return api;
    }
}
