using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>A place that a credential stands in: for a profile of ours, and for a client whose developer puts it there by hand.</summary>
internal sealed record CredentialPlace(string Name, AuthorizationField Field)
{
    public static CredentialPlace[] All { get; } =
    [
        new("header", AuthorizationField.Header("api-key", "{{key}}")),
        new("Authorization", AuthorizationField.Header("Authorization", "Bearer {{key}}")),
        new("query", AuthorizationField.QueryString("key", "{{key}}")),
        new("path", AuthorizationField.PathParam("key", "{{key}}")),
        new("payload JSON", AuthorizationField.Payload("key", "{{key}}")),
        new("payload form", AuthorizationField.Payload("key", "{{key}}")),
    ];

    public bool IsPayload => Name.StartsWith("payload", StringComparison.Ordinal);

    public bool IsForm => Name is "payload form";

    /// <summary>Gets the address for a profile of ours.</summary>
    public string Template => Name is "path" ? "items/{key}" : "items/7";

    public string Address(string secret) => Name switch
    {
        "query" => $"items/7?key={secret}",
        "path" => $"items/{secret}",
        _ => "items/7",
    };

    public (string Name, string Value)? Header(string secret) => Name switch
    {
        "header" => ("api-key", secret),
        "Authorization" => ("Authorization", $"Bearer {secret}"),
        _ => null,
    };

    /// <summary>Returns what a method sends: the payload places always have a body, the others where the method usually does.</summary>
    public string? Body(HttpMethod method, string? secret) =>
        IsForm ? (secret is null ? "a=1" : $"a=1&key={secret}")
        : IsPayload && secret is not null ? $$"""{"a":1,"key":"{{secret}}"}"""
        : IsPayload || method != HttpMethod.Get ? """{"a":1}"""
        : null;

    public string MediaType => IsForm ? "application/x-www-form-urlencoded" : "application/json";

    public HttpContent? Content(HttpMethod method, string? secret) =>
        Body(method, secret) is { } body ? new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(MediaType)) : null;

    public override string ToString() => Name;
}
