namespace Local.Tests.Ses.Campaigns;

/// <summary>What a function's process throws from the moment on at which it ends: nothing catches it.</summary>
internal sealed class Died : Exception;
