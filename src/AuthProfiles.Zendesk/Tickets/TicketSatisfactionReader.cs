using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads the rating within a ticket.</summary>
internal static class TicketSatisfactionReader
{
    public static readonly string[] Scores = ["unoffered", "offered", "good", "bad"];

    public static TicketSatisfaction? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        string? score = null, comment = null;
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case var _ when name.SequenceEqual("score"u8):
                    score = json.Text(Scores);
                    break;
                case var _ when name.SequenceEqual("comment"u8):
                    comment = json.Text();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new TicketSatisfaction(score, id, comment);
    }
}
