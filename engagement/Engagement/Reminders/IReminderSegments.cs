namespace Engagement.Reminders;

/// <summary>The segments that are moved.</summary>
public interface IReminderSegments
{
    /// <summary>Moves a message's segment to a window. The same again changes nothing.</summary>
    /// <exception cref="ServiceException">It could not be moved.</exception>
    Task SlideAsync(ReminderMessage message, SlideWindow window, CancellationToken cancellation);
}
