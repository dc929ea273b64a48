namespace Engagement.Local.Ses.Sending;

/// <summary>Every message that SES accepted, in order. Thread-safe.</summary>
internal sealed class SentMails
{
    private readonly Lock gate = new();
    private readonly List<SentMail> mails = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return mails.Count;
            }
        }
    }

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<SentMail> All
    {
        get
        {
            lock (gate)
            {
                return [.. mails];
            }
        }
    }

    /// <summary>Keeps one.</summary>
    public void Add(SentMail mail)
    {
        lock (gate)
        {
            mails.Add(mail);
        }
    }
}
