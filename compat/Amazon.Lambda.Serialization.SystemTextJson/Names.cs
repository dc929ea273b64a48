// Types of the published package that nothing here uses: their names alone. A missing name would hide a clash with ours.
namespace Amazon.Lambda.Serialization.SystemTextJson;

public class CamelCaseLambdaJsonSerializer { internal CamelCaseLambdaJsonSerializer() { } }
public class DefaultLambdaJsonSerializer { internal DefaultLambdaJsonSerializer() { } }
public class LambdaJsonSerializer { internal LambdaJsonSerializer() { } }
