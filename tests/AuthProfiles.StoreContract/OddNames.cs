namespace AuthProfiles.StoreContract;

/// <summary>Keys whose names a store could take for one another, or for something else.</summary>
public static class OddNames
{
    /// <summary>Gets the keys, all different.</summary>
    public static IReadOnlyList<ConnectionKey> Keys { get; } =
    [
        new("calendar"),
        new("Calendar"),
        new("calendar "),
        new("cal/endar"),
        new("../calendar", "..", "."),
        new("calendar", "acme"),
        new("calendar", "Acme"),
        new("calendar", "ACME"),
        new("calendar", null, "acme"),
        new("calendar", "acme", "acme"),
        new("calendar", "a", "b/c"),
        new("calendar", "a/b", "c"),
        new("calendar", "ab", "c"),
        new("calendar", "a", "bc"),
        new("calendar", "..", "../../etc/passwd"),
        new("calendar", "nul", "con"),
        new("calendar", "'; drop table x; --", "%_\\"),
        new("calendar", "\u00e9"),
        new("calendar", "e\u0301"),
        new("calendar", "stra\u00dfe"),
        new("calendar", "strasse"),
        new("calendar", "\u0131"),
        new("calendar", "i"),
        new("calendar", "I"),
        new("calendar", "\ud83d\ude00", "\u6771\u4eac"),
        new("calendar", new string('x', 255), new string('\u6771', 255)),
        new("calendar", new string('x', 254), new string('\u6771', 255)),
    ];
}
