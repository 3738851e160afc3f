using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace NativeAot.Steps;

/// <summary>A ticket found, answered and read again.</summary>
internal sealed class AnswerTicket : IStep
{
    public string Package => "AuthProfiles.Zendesk";

    public async Task<string> RunAsync(HelpDesk desk)
    {
        var support = desk.Services.GetRequiredService<ZendeskClient>().For(HelpDesk.Tenant);
        var tickets = new List<string>();
        await foreach (var found in support.Tickets.SearchAsync("status:open printer"))
        {
            await support.Tickets.UpdateAsync(found.Id, new() { Comment = Comment.Internal("Looking into it.") });
            await support.Tickets.Tags.AddAsync(found.Id, ["seen"]);
            var ticket = await support.Tickets.GetAsync(found.Id);
            tickets.Add($"{ticket.Id}, \"{ticket.Subject}\", now tagged {string.Join(", ", ticket.Tags)}");
        }

        return $"answered {string.Join("; ", tickets)}.";
    }
}
