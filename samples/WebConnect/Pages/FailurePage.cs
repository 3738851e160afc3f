using AuthProfiles;
using AuthProfiles.Zendesk;

namespace WebConnect.Pages;

/// <summary>Says what a service has refused. Users see a sentence; the log has the rest.</summary>
internal sealed class FailurePage(RequestDelegate next, ILogger<FailurePage> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted && error is ZendeskException or AzureOpenAIException or AuthorizationException or HttpRequestException)
        {
            logger.LogError(error, "A page failed.");
            context.Response.Clear();
            var (status, text) = Describe(error);
            await new PageResult("Something went wrong", page =>
            {
                page.HtmlText.Add($"<h1>Something went wrong</h1>");
                page.HtmlText.Add($"<p class=\"notice failure\" role=\"alert\">{text}</p>");
                page.HtmlText.Add($"<p class=\"back\"><a href=\"/\">Back to the tickets</a></p>");
            })
            { Status = status }.ExecuteAsync(context);
        }
    }

    private static (int Status, string Text) Describe(Exception error) => error switch
    {
        ZendeskException { Kind: ZendeskErrorKind.NotFound } => (StatusCodes.Status404NotFound, "There is no such ticket, or you may not see it."),
        ZendeskException { Kind: ZendeskErrorKind.Conflict } => (StatusCodes.Status409Conflict, "Somebody has changed the ticket meanwhile, so nothing was written. Please look at it again."),
        ZendeskException { Kind: ZendeskErrorKind.Unauthorized or ZendeskErrorKind.Forbidden } => (StatusCodes.Status502BadGateway, "Zendesk does not allow this to your account. Perhaps connecting again helps."),
        AzureOpenAIException { Kind: AzureOpenAIErrorKind.RoleMissing or AzureOpenAIErrorKind.Unauthorized or AzureOpenAIErrorKind.Forbidden } => (StatusCodes.Status502BadGateway, "Azure OpenAI does not allow this to your account: it needs the role Cognitive Services OpenAI User."),
        AzureOpenAIException { Kind: AzureOpenAIErrorKind.ContentFiltered } => (StatusCodes.Status502BadGateway, "The model does not read this ticket: its content filter refuses the text."),
        ZendeskException => (StatusCodes.Status502BadGateway, "Zendesk can't be asked just now. Please try again in a moment."),
        AzureOpenAIException => (StatusCodes.Status502BadGateway, "Azure OpenAI can't be asked just now. Please try again in a moment."),
        _ => (StatusCodes.Status502BadGateway, "A service can't be asked just now. Please try again in a moment."),
    };
}
