// Types of the published package that nothing here uses: their names alone. A missing name would hide a clash with ours.
namespace Amazon.Lambda.RuntimeSupport;

public interface IEnvironmentVariables { }
public interface IRuntimeApiClient { }
public interface IRuntimeApiHeaders { }
public class LambdaEnvironment { internal LambdaEnvironment() { } }
public class RuntimeSupportInitializer { internal RuntimeSupportInitializer() { } }
