using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using AuthProfiles.Testing.AzureOpenAI;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing;

/// <summary>Azure OpenAI: chat completions and embeddings that come out the same every time, in both URL families.</summary>
/// <remarks>
/// <para>Thread-safe. A request needs a key, or a token that the authorization server issued for Cognitive Services and that still lives.</para>
/// <para>Until a resource is named by <see cref="Resource"/>, every host is one resource that accepts any key and has any deployment;
/// from then on only the named ones answer.</para>
/// </remarks>
public sealed class LocalAzureOpenAI : LocalService
{
    private readonly ConcurrentDictionary<string, LocalAzureOpenAIResource> _resources = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, LocalAzureOpenAIResource> _origins = new(StringComparer.OrdinalIgnoreCase);
    private readonly LocalAzureOpenAIResource _anyResource = new("any");
    private readonly LocalAuthorizationServer _authorizationServer;
    private readonly ChatAnswers _answers = new();

    /// <summary>Initializes a new instance of the <see cref="LocalAzureOpenAI"/> class.</summary>
    /// <param name="authorizationServer">The server whose tokens are accepted.</param>
    /// <param name="clock">The clock for the times in answers; null for the system's.</param>
    public LocalAzureOpenAI(LocalAuthorizationServer authorizationServer, TimeProvider? clock = null)
        : base(clock)
    {
        ArgumentNullException.ThrowIfNull(authorizationServer);
        _authorizationServer = authorizationServer;
    }

    /// <summary>Gets a resource by the first label of its host, making it at the first call.</summary>
    /// <param name="name">For example <c>contoso</c> for <c>contoso.openai.azure.com</c>; case doesn't matter.</param>
    /// <returns>The resource, whose keys, directory and deployments can be set.</returns>
    public LocalAzureOpenAIResource Resource(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _resources.GetOrAdd(name, static name => new LocalAzureOpenAIResource(name));
    }

    /// <summary>Serves a resource at one more address than its host names, such as a port on loopback.</summary>
    /// <param name="name">The resource's name; it is made if it isn't there.</param>
    /// <param name="origin">Scheme, host and port; a path is ignored.</param>
    public void ServeAt(string name, Uri origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        _origins[origin.GetLeftPart(UriPartial.Authority)] = Resource(name);
    }

    /// <summary>Sets what the chat answers next. Several calls answer in their order, and the last one stays until a newer one is set.</summary>
    /// <param name="text">The text of the assistant's message.</param>
    /// <remarks>
    /// Without it the answer is made from the last user message: a short summary of it; one word (urgent, high, normal or low) if the conversation asks for a
    /// priority and no summary; if it asks for both, the summary and below it a line <c>Priority: …</c>. Where the last message is a tool's, it is the answer, and
    /// where the request asks for a JSON schema, the answer stands in its texts.
    /// </remarks>
    public void Answer(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _answers.Add(new(text));
    }

    /// <summary>Lets the chat call a tool next, once. It takes its turn among the answers that are set.</summary>
    /// <param name="name">The function's name. A request that does not offer it is refused.</param>
    /// <param name="arguments">The arguments, as the JSON text that the model writes; it may be wrong on purpose.</param>
    public void CallTool(string name, string arguments = "{}")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(arguments);
        _answers.Add(new(string.Empty, name, arguments));
    }

    private protected override LocalResponse Respond(LocalRequest request)
    {
        var response = ResourceOf(request) is { } resource
            ? Respond(request, resource)
            : AzureError.Answer(HttpStatusCode.NotFound, "ResourceNotFound", "No such resource. Name it by Resource(…), which makes it.");
        return response.With("apim-request-id", Guid.NewGuid().ToString()).With("x-ms-region", "Local");
    }

    private protected override LocalResponse Throttled(TimeSpan retryAfter) =>
        AzureError.Answer(HttpStatusCode.TooManyRequests, "429", "Requests have exceeded the call rate limit of the current pricing tier.")
            .With("retry-after-ms", retryAfter.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture))
            .With("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    private LocalAzureOpenAIResource? ResourceOf(LocalRequest request)
    {
        if (_origins.TryGetValue(request.Origin, out var resource) || _resources.TryGetValue(request.Uri.Host.Split('.')[0], out resource))
        {
            return resource;
        }

        return _resources.IsEmpty ? _anyResource : null;
    }

    private LocalResponse Respond(LocalRequest request, LocalAzureOpenAIResource resource)
    {
        var route = AzureRoute.Of(request);
        if (AzureAuthorization.Refuse(request, resource, _authorizationServer, route) is { } refusal)
        {
            return refusal;
        }

        return route is null
            ? AzureError.Answer(HttpStatusCode.NotFound, "404", "Resource not found")
            : route.Answer(new AzureCall(request, resource, _answers, Now));
    }
}
