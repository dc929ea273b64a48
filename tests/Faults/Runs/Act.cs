using Faults.Tests.Rounds;

namespace Faults.Tests.Runs;

/// <summary>Something that a customer, the company or an operator does.</summary>
internal abstract record Act(int Minute) : Element(Minute)
{
    /// <summary>Does it.</summary>
    public abstract Task DoAsync(Round round);

    /// <summary>A visitor without a customer sees a page.</summary>
    /// <param name="Minute">When.</param>
    /// <param name="Number">Which visit.</param>
    internal sealed record View(int Minute, int Number) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Visitors.ViewAsync(Number);

        public override string ToString() => $"{Minute,3} min: page view {Number}";
    }

    /// <summary>A tag sends what a rule rejects.</summary>
    internal sealed record Misspell(int Minute) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Visitors.MisspellAsync();

        public override string ToString() => $"{Minute,3} min: a pixel that a rule rejects";
    }

    /// <summary>A customer saves the profile.</summary>
    internal sealed record Save(int Minute, int Customer, string Name, string Value) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Visitors.SaveAsync(Customer, Name, Value);

        public override string ToString() => $"{Minute,3} min: customer {Customer} saves {Name} {Value}";
    }

    /// <summary>A customer has an appointment.</summary>
    internal sealed record Book(int Minute, int Customer, int Ahead) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Visitors.BookAsync(Customer, Ahead);

        public override string ToString() => $"{Minute,3} min: customer {Customer} has an appointment in {Ahead} min";
    }

    /// <summary>A customer does something that journeys ask for.</summary>
    internal sealed record Happen(int Minute, int Customer, string Event) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Visitors.HappenAsync(Customer, Event);

        public override string ToString() => $"{Minute,3} min: customer {Customer}: {Event}";
    }

    /// <summary>Something happens to the whole company.</summary>
    /// <param name="Minute">When.</param>
    /// <param name="Announcement">The announcement.</param>
    /// <param name="Number">Which event.</param>
    /// <param name="Ways">Each way by which the event comes: <c>bus</c> or <c>route</c>.</param>
    internal sealed record Publish(int Minute, string Announcement, int Number, params IReadOnlyList<string> Ways) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Company.PublishAsync(Announcement, Number, Ways);

        public override string ToString() => $"{Minute,3} min: {Announcement} {Number} by {string.Join(" and ", Ways)}";
    }

    /// <summary>A customer who has a message of marketing follows its link.</summary>
    internal sealed record Unsubscribe(int Minute, int Customer, bool OneClick) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Readers.UnsubscribeAsync(Customer, OneClick);

        public override string ToString() => $"{Minute,3} min: customer {Customer} unsubscribes by {(OneClick ? "one click" : "the page")}";
    }

    /// <summary>A back end opts a customer out of everything.</summary>
    internal sealed record OptOut(int Minute, int Customer) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Readers.OptOutAsync(Customer);

        public override string ToString() => $"{Minute,3} min: customer {Customer} is opted out";
    }

    /// <summary>An operator pauses the journey of an announcement in Pinpoint's console, until all faults end.</summary>
    internal sealed record Pause(int Minute) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Company.PauseAsync();

        public override string ToString() => $"{Minute,3} min: the journey of release is paused";
    }

    /// <summary>The definitions are deployed anew.</summary>
    /// <param name="Minute">When.</param>
    /// <param name="ChangesJourney">Whether a journey changes, beside the texts.</param>
    internal sealed record Deploy(int Minute, bool ChangesJourney) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.Company.DeployAsync(ChangesJourney);

        public override string ToString() => $"{Minute,3} min: a deployment{(ChangesJourney ? " that changes a journey" : "")}";
    }

    /// <summary>The clock leaps: all that is due meanwhile comes without a pause.</summary>
    internal sealed record Leap(int Minute, int Minutes) : Act(Minute)
    {
        public override Task DoAsync(Round round) => round.LeapAsync(Minutes);

        public override string ToString() => $"{Minute,3} min: the clock leaps by {Minutes} min";
    }
}
