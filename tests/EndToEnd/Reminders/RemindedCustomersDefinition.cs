namespace EndToEnd.Tests.Reminders;

/// <summary>Classes that look at the same month, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RemindedCustomersDefinition : ICollectionFixture<RemindedCustomers>
{
    public const string Name = "reminded customers";
}
