using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The operations that there are.</summary>
internal static class ZendeskRoutes
{
    private static readonly ZendeskRoute[] s_all =
    [
        new(HttpMethod.Get, "tickets", TicketOperations.List),
        new(HttpMethod.Post, "tickets", CreateTicket.Answer),
        new(HttpMethod.Get, "tickets/count", TicketOperations.Count),
        new(HttpMethod.Get, "tickets/show_many", TicketOperations.ShowMany),
        new(HttpMethod.Post, "tickets/create_many", BulkOperations.CreateMany),
        new(HttpMethod.Put, "tickets/update_many", BulkOperations.UpdateMany),
        new(HttpMethod.Delete, "tickets/destroy_many", BulkOperations.DeleteMany),
        new(HttpMethod.Put, "tickets/mark_many_as_spam", BulkOperations.MarkManyAsSpam),
        new(HttpMethod.Get, "tickets/{id}", TicketOperations.Show),
        new(HttpMethod.Put, "tickets/{id}", TicketOperations.Update),
        new(HttpMethod.Delete, "tickets/{id}", TicketOperations.Delete),
        new(HttpMethod.Put, "tickets/{id}/mark_as_spam", TicketOperations.MarkAsSpam),
        new(HttpMethod.Post, "tickets/{id}/merge", BulkOperations.Merge),
        new(HttpMethod.Get, "tickets/{id}/comments", CommentOperations.List),
        new(HttpMethod.Get, "tickets/{id}/comments/count", CommentOperations.Count),
        new(HttpMethod.Put, "tickets/{id}/comments/{part}/make_private", CommentOperations.MakePrivate),
        new(HttpMethod.Put, "tickets/{id}/comments/{part}/redact", CommentOperations.Redact),
        new(HttpMethod.Get, "tickets/{id}/tags", TagOperations.List),
        new(HttpMethod.Put, "tickets/{id}/tags", TagOperations.Add),
        new(HttpMethod.Post, "tickets/{id}/tags", TagOperations.Set),
        new(HttpMethod.Delete, "tickets/{id}/tags", TagOperations.Remove),
        new(HttpMethod.Get, "tickets/{id}/related", ProblemOperations.Related),
        new(HttpMethod.Get, "tickets/{id}/incidents", ProblemOperations.Incidents),
        new(HttpMethod.Get, "problems", ProblemOperations.List),
        new(HttpMethod.Post, "problems/autocomplete", ProblemOperations.Find),
        new(HttpMethod.Get, "tags", TagOperations.ListAll),
        new(HttpMethod.Get, "tags/count", TagOperations.CountAll),
        new(HttpMethod.Post, "imports/tickets", TicketOperations.Import),
        new(HttpMethod.Post, "imports/tickets/create_many", BulkOperations.ImportMany),
        new(HttpMethod.Get, "deleted_tickets", DeletedTicketOperations.List),
        new(HttpMethod.Put, "deleted_tickets/restore_many", DeletedTicketOperations.RestoreMany),
        new(HttpMethod.Delete, "deleted_tickets/destroy_many", DeletedTicketOperations.ForgetMany),
        new(HttpMethod.Put, "deleted_tickets/{id}/restore", DeletedTicketOperations.Restore),
        new(HttpMethod.Delete, "deleted_tickets/{id}", DeletedTicketOperations.Forget),
        new(HttpMethod.Get, "job_statuses", JobOperations.List),
        new(HttpMethod.Get, "job_statuses/show_many", JobOperations.ShowMany),
        new(HttpMethod.Get, "job_statuses/{key}", JobOperations.Show),
        new(HttpMethod.Get, "search", SearchOperations.Search),
        new(HttpMethod.Get, "incremental/tickets", ExportOperations.ByTime),
        new(HttpMethod.Get, "incremental/tickets/cursor", ExportOperations.ByCursor),
        new(HttpMethod.Get, "search/export", SearchExport.Answer),
        new(HttpMethod.Get, "search/count", SearchOperations.Count),
        new(HttpMethod.Post, "uploads", UploadOperations.Create),
        new(HttpMethod.Delete, "uploads/{key}", UploadOperations.Delete),
        new(HttpMethod.Get, "attachments/{id}", UploadOperations.Show),
        new(HttpMethod.Get, "users/me", UserOperations.Me) { IsOpen = true },
        new(HttpMethod.Get, "users", UserOperations.List),
        new(HttpMethod.Post, "users", UserOperations.Create),
        new(HttpMethod.Get, "users/count", UserOperations.Count),
        new(HttpMethod.Get, "users/search", UserOperations.Search),
        new(HttpMethod.Get, "users/show_many", UserOperations.ShowMany),
        new(HttpMethod.Post, "users/create_or_update", UserOperations.CreateOrUpdate),
        new(HttpMethod.Get, "users/{id}", UserOperations.Show),
        new(HttpMethod.Put, "users/{id}", UserOperations.Update),
        new(HttpMethod.Get, "oauth/tokens/current", CurrentTokenOperations.Show) { IsOpen = true },
        new(HttpMethod.Delete, "oauth/tokens/current", CurrentTokenOperations.Revoke) { IsOpen = true },
    ];

    public static LocalResponse Answer(ZendeskCall call)
    {
        // Files are no part of the API: whoever has the address may read one.
        if (call.Request.Method == HttpMethod.Get && call.Address.Path is ["attachments", "token", var key])
        {
            return UploadOperations.Read(call, key);
        }

        if (call.Address.Path is not ["api", "v2", ..])
        {
            return ZendeskError.InvalidEndpoint();
        }

        var path = call.Address.Path.Skip(2).ToArray();
        foreach (var route in s_all)
        {
            if (route.Matches(call.Request.Method, path, out var values))
            {
                return Refuse(route, call) ?? route.Answer(call with { Path = values });
            }
        }

        return call.Caller.User is null ? ZendeskError.NotAuthenticated() : ZendeskError.InvalidEndpoint();
    }

    private static LocalResponse? Refuse(ZendeskRoute route, ZendeskCall call)
    {
        if (route.IsOpen)
        {
            return null;
        }

        if (call.Caller.User is null)
        {
            return ZendeskError.NotAuthenticated();
        }

        return call.Caller.May(route.Access, route.Resource) ? null : ZendeskError.MissingScope(route.Access);
    }
}
