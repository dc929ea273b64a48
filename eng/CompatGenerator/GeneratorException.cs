namespace CompatGenerator;

/// <summary>Something that the person running the generator can put right; the message says what and how.</summary>
internal sealed class GeneratorException(string message, Exception? inner = null) : Exception(message, inner);
