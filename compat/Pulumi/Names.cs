// Types of the published package that nothing here uses: their names alone. A missing name would hide a clash with ours.
namespace Pulumi
{
    public abstract class CallArgs : InputArgs { internal CallArgs() { } }
    public class CallOptions { internal CallOptions() { } }
    public sealed class DeferredOutput<T> { internal DeferredOutput() { } }
    public sealed class DictionaryInvokeArgs { internal DictionaryInvokeArgs() { } }
    public sealed class DictionaryResourceArgs { internal DictionaryResourceArgs() { } }
    public sealed class DiscriminatedUnionCaseAttribute { internal DiscriminatedUnionCaseAttribute() { } }
    public sealed class DiscriminatedUnionDiscriminatorAttribute { internal DiscriminatedUnionDiscriminatorAttribute() { } }
    public class ErrorHook { internal ErrorHook() { } }
    public class ErrorHookArgs { internal ErrorHookArgs() { } }
    public sealed class ErrorHookCallback { internal ErrorHookCallback() { } }
    public sealed class InvokeTransform { internal InvokeTransform() { } }
    public sealed class InvokeTransformArgs { internal InvokeTransformArgs() { } }
    public sealed class InvokeTransformResult { internal InvokeTransformResult() { } }
    public class LogException { internal LogException() { } }
    public class ResourceHook { internal ResourceHook() { } }
    public class ResourceHookArgs { internal ResourceHookArgs() { } }
    public class ResourceHookBinding { internal ResourceHookBinding() { } }
    public sealed class ResourceHookCallback { internal ResourceHookCallback() { } }
    public class ResourceHookOptions { internal ResourceHookOptions() { } }
    public class StackReference { internal StackReference() { } }
    public class StackReferenceArgs { internal StackReferenceArgs() { } }
    public sealed class StackReferenceOutputDetails { internal StackReferenceOutputDetails() { } }
    public sealed class Stash { internal Stash() { } }
    public sealed class StashArgs { internal StashArgs() { } }
}

namespace Pulumi.Testing
{
    public class EmptyMocks { internal EmptyMocks() { } }
}
