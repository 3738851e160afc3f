using AuthProfiles.Soak.Reporting;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.Soak.Load;

/// <summary>Writes answers, good and bad ones.</summary>
internal static class Answers
{
    private const int Pieces = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    public static Task WriteAsync(HttpContext context, byte[] body, string type = "application/json")
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    public static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static Task ThrottleAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return StatusAsync(context, StatusCodes.Status429TooManyRequests);
    }

    public static Task RedirectAsync(HttpContext context, Uri elsewhere)
    {
        context.Response.Headers.Location = elsewhere.AbsoluteUri;
        return StatusAsync(context, StatusCodes.Status302Found);
    }

    public static Task ResetAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Writes half of the body, then resets the connection.</summary>
    public static async Task BreakOffAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>Writes the body in pieces.</summary>
    /// <param name="context">The request.</param>
    /// <param name="body">The body.</param>
    /// <param name="beforeLast">What happens before the last piece.</param>
    public static async Task DripAsync(HttpContext context, byte[] body, Action beforeLast)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        var left = body.AsMemory();
        var size = body.Length / Pieces;
        while (left.Length >= 2 * size)
        {
            await context.Response.Body.WriteAsync(left[..size]);
            await context.Response.Body.FlushAsync();
            left = left[size..];
            await Until.PassAsync(Pause, CancellationToken.None);
        }

        beforeLast();
        await context.Response.Body.WriteAsync(left);
    }
}
