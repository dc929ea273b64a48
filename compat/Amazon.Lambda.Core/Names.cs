// Types of the published package that nothing here uses: their names alone. A missing name would hide a clash with ours.
namespace Amazon.Lambda.Core;

public static class SnapshotRestore { }
public class StructuredLoggingOptions { internal StructuredLoggingOptions() { } }
