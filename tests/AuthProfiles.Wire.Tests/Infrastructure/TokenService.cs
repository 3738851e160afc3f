using Microsoft.AspNetCore.Http;

namespace AuthProfiles.Infrastructure;

/// <summary>A token endpoint that numbers its tokens and answers when the test lets it.</summary>
internal sealed class TokenService
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Gets a task that ends with the first token request.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Gets or sets what every answer waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Answers <c>…/token</c> itself and leaves everything else to the service.</summary>
    public RequestDelegate Beside(RequestDelegate service) =>
        context => context.Request.Path.Value!.EndsWith("/token", StringComparison.Ordinal) ? AnswerAsync(context) : service(context);

    /// <summary>The tenant stands before <c>/token</c> in the path, and then in the token.</summary>
    private async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _requests);
        _asked.TrySetResult();
        await Gate.WaitAsync(context.RequestAborted);
        var tenant = context.Request.Path.Value![..^"/token".Length].Trim('/');
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"access_token":"{{tenant}}t{{number}}","token_type":"Bearer","expires_in":3600}""");
    }
}
