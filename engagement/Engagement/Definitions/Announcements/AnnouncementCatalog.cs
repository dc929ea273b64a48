namespace Engagement.Definitions.Announcements;

/// <summary>The events of the whole company, and who is told of them.</summary>
public sealed record AnnouncementCatalog
{
    /// <summary>A catalog without announcements, as a missing file means.</summary>
    public static AnnouncementCatalog Empty { get; } = new() { Announcements = [] };

    /// <summary>The announcements, in the order of the file; each name once.</summary>
    public required IReadOnlyList<Announcement> Announcements { get; init; }

    /// <summary>The announcement of this name; null when there is none.</summary>
    public Announcement? Find(string name) => Announcements.FirstOrDefault(announcement => announcement.Name == name);
}
