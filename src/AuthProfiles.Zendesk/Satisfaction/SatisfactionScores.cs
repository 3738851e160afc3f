namespace AuthProfiles.Zendesk.Satisfaction;

/// <summary>The scores that there are, in records and in filters.</summary>
internal static class SatisfactionScores
{
    public static readonly string[] Known = ["good", "bad", "offered", "unoffered"];
}
