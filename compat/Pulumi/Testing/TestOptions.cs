namespace Pulumi.Testing;

/// <summary>What a test deployment says of itself.</summary>
public class TestOptions
{
    /// <summary>Defaults to <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>No default: a program that asks for it fails unless it is set.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>Defaults to <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Defaults to true: outputs that the mocks do not return are then unknown.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>Defaults to <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }
}
