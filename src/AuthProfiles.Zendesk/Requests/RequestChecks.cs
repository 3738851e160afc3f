using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Requests;

/// <summary>Refuses before the network what Zendesk would take for something else than is meant.</summary>
internal static class RequestChecks
{
    /// <summary>Checks a request of anybody.</summary>
    public static void New(NewRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Subject, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Comment, nameof(request));
        OfEndUser(request.Comment, nameof(request));
    }

    /// <summary>Checks a request of nobody: it says whose it is.</summary>
    public static void Anonymous(NewRequest request)
    {
        New(request);
        if (request.Requester is not { } requester || string.IsNullOrWhiteSpace(requester.Name) || string.IsNullOrWhiteSpace(requester.Email))
        {
            throw new ArgumentException("An anonymous request has a requester with name and e-mail address: set NewRequest.Requester.", nameof(request));
        }
    }

    public static void Update(RequestUpdate update)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));

        if (update.Comment is { } comment)
        {
            OfEndUser(comment, nameof(update));
        }
    }

    // Zendesk would show it to the requester, under the caller's name.
    private static void OfEndUser(Comment comment, string parameter)
    {
        if (!comment.IsPublic || comment.AuthorId is not null)
        {
            throw new ArgumentException("A comment of a request is public and by whoever sends it. Internal ones, and those of other authors, are made by TicketsClient.", parameter);
        }
    }
}
