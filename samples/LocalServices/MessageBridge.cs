using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;

namespace AuthProfiles.Samples;

/// <summary>Carries a request from Kestrel to what answers it, and the answer back. Bodies are streamed, headers copied as they are.</summary>
internal static class MessageBridge
{
    public static async Task AnswerAsync(HttpContext context, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        using var request = ToMessage(context);
        using var response = await answer(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        CopyTo(context.Response, response.Headers);
        CopyTo(context.Response, response.Content.Headers);
        if (response.StatusCode != System.Net.HttpStatusCode.NoContent)
        {
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private static HttpRequestMessage ToMessage(HttpContext context)
    {
        // The raw target: the decoded path would hide what the caller really wrote.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            new Uri($"{context.Request.Scheme}://{context.Request.Host}{(target.StartsWith('/') ? target : "/")}"));

        // An empty form has a type and no body.
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true || context.Request.ContentType is not null)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (!TryAdd(request.Headers, name, values!) && request.Content is { } content)
            {
                TryAdd(content.Headers, name, values!);
            }
        }

        return request;
    }

    private static void CopyTo(HttpResponse response, HttpHeaders headers)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            response.Headers.Append(name, values.ToArray());
        }
    }

#pragma warning disable RS0030 // The wire has validated them; a second opinion would change what the service gets to see.
    private static bool TryAdd(HttpHeaders headers, string name, IEnumerable<string> values) => headers.TryAddWithoutValidation(name, values);
#pragma warning restore RS0030
}
