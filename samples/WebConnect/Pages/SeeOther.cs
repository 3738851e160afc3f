namespace WebConnect.Pages;

/// <summary>After a form: the next page is asked for by GET, so that loading it again changes nothing.</summary>
/// <param name="address">A local address.</param>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
