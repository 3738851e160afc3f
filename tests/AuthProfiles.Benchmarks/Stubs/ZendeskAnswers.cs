using System.Globalization;
using System.Text;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>What Zendesk answers.</summary>
internal static class ZendeskAnswers
{
    private static readonly string[] Words = ["printer", "floor", "burns", "again", "the", "invoice", "customer", "asks", "since", "Monday", "order", "and", "please", "was", "delivered", "twice"];

    /// <summary>Gets a page of 100 tickets: every member that Zendesk writes, texts of some sentences, and ten custom fields of which most are empty.</summary>
    public static byte[] Page { get; } = Encoding.UTF8.GetBytes(
        $$$"""{"tickets":[{{{string.Join(',', Enumerable.Range(0, 100).Select(Ticket))}}}],"meta":{"has_more":true,"after_cursor":"eyJvIjoibmljZV9pZCIsInYiOiJhUUVBQUFBQUFBQUEifQ==","before_cursor":"eyJvIjoibmljZV9pZCIsInYiOiJhUUlBQUFBQUFBQUEifQ=="},"links":{"next":"https://acme.zendesk.com/api/v2/tickets.json?page%5Bafter%5D=eyJvIjoibmljZV9pZCIsInYiOiJhUUVBQUFBQUFBQUEifQ%3D%3D","prev":null}}""");

    /// <summary>Gets one ticket as the answer to a call.</summary>
    public static byte[] One { get; } = Encoding.UTF8.GetBytes($$$"""{"ticket":{{{Ticket(7)}}}}""");

    private static string Ticket(int index)
    {
        var random = new Random(index);
        var subject = Text(random, 7);
        var id = 35_436 + index;
        var time = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMinutes(index * 17);
        var fields = string.Join(',', Enumerable.Range(0, 10).Select(field => $$$"""{"id":{{{9_000_000_000_000L + field}}},"value":{{{(field < 3 ? $"\"{Words[random.Next(Words.Length)]}_{field}\"" : "null")}}}}"""));
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            {"url":"https://acme.zendesk.com/api/v2/tickets/{{{id}}}.json","id":{{{id}}},"external_id":null,"via":{"channel":"email","source":{"from":{"address":"customer{{{index}}}@example.org","name":"Customer {{{index}}}"},"to":{"name":"Acme","address":"support@acme.zendesk.com"},"rel":null}},"created_at":"{{{time:yyyy-MM-ddTHH:mm:ssZ}}}","updated_at":"{{{time.AddHours(5):yyyy-MM-ddTHH:mm:ssZ}}}","generated_timestamp":{{{time.ToUnixTimeSeconds()}}},"type":"incident","subject":"{{{subject}}}","raw_subject":"{{{subject}}}","description":"{{{Text(random, 110)}}}","priority":"high","status":"open","recipient":"support@acme.zendesk.com","requester_id":{{{20_978_392_000L + index}}},"submitter_id":{{{20_978_392_000L + index}}},"assignee_id":235323,"organization_id":509974,"group_id":98738,"collaborator_ids":[35334,234],"follower_ids":[35334],"email_cc_ids":[234],"forum_topic_id":null,"problem_id":null,"has_incidents":false,"is_public":true,"due_at":null,"tags":["enterprise","{{{Words[random.Next(Words.Length)]}}}","printer_{{{index}}}"],"custom_fields":[{{{fields}}}],"satisfaction_rating":{"score":"unoffered"},"sharing_agreement_ids":[],"custom_status_id":123,"encoded_id":"{{{index}}}XYZ-GQ3A","fields":[{{{fields}}}],"followup_ids":[],"ticket_form_id":12,"brand_id":11,"allow_channelback":false,"allow_attachments":true,"from_messaging_channel":false}
            """).Trim();
    }

    private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
