namespace Pulumi;

/// <summary>An input whose element type is not known at compile time.</summary>
internal interface IInput
{
    IOutput ToOutput();

    /// <summary>The form in which the value is sent: collections keep their elements apart, each with its own state.</summary>
    IOutput ToElements();
}
