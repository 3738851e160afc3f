namespace AuthProfiles.Zendesk.Model;

/// <summary>Refuses before the network what Zendesk would take for something else than is meant, of records of any kind.</summary>
internal static class RecordChecks
{
    private const int MostRecords = 100;

    public static void Many<T>(IReadOnlyCollection<T> records, string parameter)
    {
        ArgumentNullException.ThrowIfNull(records, parameter);
        if (records.Count is 0 or > MostRecords)
        {
            throw new ArgumentException($"Give 1 to {MostRecords} records: Zendesk takes no more in one job.", parameter);
        }

        if (records.Any(static record => record is null))
        {
            throw new ArgumentException("None of the records may be null.", parameter);
        }
    }

    /// <summary>Checks ids that go into a body; those of an address are checked there.</summary>
    public static void Ids(IEnumerable<long> ids, string parameter)
    {
        if (ids.Any(static id => id <= 0))
        {
            throw new ArgumentException("An id of Zendesk is a positive number.", parameter);
        }
    }

    public static void Tags(IReadOnlyList<string>? tags, string parameter)
    {
        // Zendesk makes two tags of one with a space in it.
        if (tags is not null && tags.Any(static tag => string.IsNullOrEmpty(tag) || tag.Any(char.IsWhiteSpace)))
        {
            throw new ArgumentException("A tag is not empty and has no white space: write 'needs_review' for 'needs review'.", parameter);
        }
    }

    public static void AtLeastOneTag(IReadOnlyList<string> tags, string parameter)
    {
        ArgumentNullException.ThrowIfNull(tags, parameter);
        Tags(tags, parameter);
        if (tags.Count == 0)
        {
            throw new ArgumentException("Give at least one tag.", parameter);
        }
    }
}
