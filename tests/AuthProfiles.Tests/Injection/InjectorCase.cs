using System.Text;
using System.Text.Json;

namespace AuthProfiles.Tests.Injection;

/// <summary>An injector under test: how a caller's value stands in its place, and how the values there are read back.</summary>
/// <param name="Name">The injector.</param>
/// <param name="Field">A field of <see cref="Secret"/>.</param>
/// <param name="Request">Makes a request that has the given value in the place already, or none.</param>
/// <param name="Values">Reads every value in the place, as a service would.</param>
/// <param name="Conflicts">Whether a caller can put a value there at all.</param>
internal sealed record InjectorCase(
    string Name, CredentialField Field, Func<string?, HttpRequestMessage> Request, Func<HttpRequestMessage, Task<string[]>> Values, bool Conflicts = true)
{
    public const string Secret = "s3cr3t/+ \"ü";

    public const string HeaderSecret = "s3cr3t/+ x";

    public static IEnumerable<InjectorCase> All =>
    [
        new("Header", CredentialField.Header("X-Api-Key", HeaderSecret), HeaderRequest, HeaderValues),
        new("QueryString", CredentialField.QueryString("api key", Secret), QueryRequest, QueryValues),
        new("PathParam", CredentialField.PathParam("key", Secret), static _ => Sent.Get("https://api.example.com/bot{key}/send%2Fnow?b=%41#f"), PathValues, Conflicts: false),
        new("Payload, JSON", CredentialField.Payload("api_key", Secret), static value => Sent.Json(value is null ? """{"a":1}""" : $$"""{"a":1,"api_key":{{JsonSerializer.Serialize(value)}}}"""), static request => JsonValues(request, "api_key")),
        new("Payload, JSON Pointer", CredentialField.Payload("/auth/api_key", Secret), static value => Sent.Json(value is null ? """{"a":1}""" : $$$"""{"auth":{"api_key":{{{JsonSerializer.Serialize(value)}}}}}"""), static request => JsonValues(request, "auth", "api_key")),
        new("Payload, form", CredentialField.Payload("api key", Secret), FormRequest, FormValues),
        new("Payload, multipart", CredentialField.Payload("api_key", Secret), MultipartRequest, MultipartValues),
        new("Payload, stream", CredentialField.Payload("api_key", Secret), StreamRequest, static request => JsonValues(request, "api_key")),
    ];

    public string Value => Field.Value.Reveal();

    public Credential Credential => new([Field]);

    public override string ToString() => Name;

    private static HttpRequestMessage HeaderRequest(string? value)
    {
        var request = Sent.Get("https://api.example.com/v1");
        request.Headers.Add("Accept", "text/plain");
        if (value is not null)
        {
            request.Headers.Add("x-api-KEY", value);
        }

        return request;
    }

    private static Task<string[]> HeaderValues(HttpRequestMessage request) =>
        Task.FromResult(request.Headers.TryGetValues("X-Api-Key", out var values) ? values.ToArray() : []);

    private static HttpRequestMessage QueryRequest(string? value) =>
        Sent.Get("https://api.example.com/a%2Fb?x=%41&y=+%20" + (value is null ? string.Empty : "&%61pi+key=" + Uri.EscapeDataString(value)) + "#part");

    private static Task<string[]> QueryValues(HttpRequestMessage request) => Task.FromResult(Pairs(request.RequestUri!.Query.TrimStart('?')));

    private static Task<string[]> PathValues(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        Assert.That(path, Does.StartWith("/bot").And.EndWith("/send%2Fnow"));
        var value = Uri.UnescapeDataString(path["/bot".Length..^"/send%2Fnow".Length]);
        return Task.FromResult(value == "{key}" ? Array.Empty<string>() : [value]);
    }

    private static async Task<string[]> JsonValues(HttpRequestMessage request, params string[] path)
    {
        using var body = JsonDocument.Parse(await Sent.BodyAsync(request));
        var elements = new List<JsonElement> { body.RootElement };
        foreach (var name in path)
        {
            elements = [.. elements.SelectMany(element => element.EnumerateObject().Where(member => member.NameEquals(name)).Select(static member => member.Value))];
        }

        return [.. elements.Select(static element => element.GetString()!)];
    }

    private static HttpRequestMessage FormRequest(string? value) =>
        Sent.Post("x=%41&y=+%20" + (value is null ? string.Empty : "&%61pi+key=" + Uri.EscapeDataString(value)), "application/x-www-form-urlencoded");

    private static async Task<string[]> FormValues(HttpRequestMessage request) => Pairs(await Sent.BodyAsync(request));

    private static HttpRequestMessage MultipartRequest(string? value)
    {
        var form = new MultipartFormDataContent { { new StringContent("1"), "a" } };
        if (value is not null)
        {
            form.Add(new StringContent(value), "api_key");
        }

        return new(HttpMethod.Post, "https://api.example.com/v1/things") { Content = form };
    }

    private static async Task<string[]> MultipartValues(HttpRequestMessage request)
    {
        var parts = (await Sent.BodyAsync(request)).Split("\r\n--");
        return [.. parts.Where(static part => part.Contains("api_key", StringComparison.Ordinal)).Select(static part => part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])];
    }

    private static HttpRequestMessage StreamRequest(string? value)
    {
        var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(value is null ? """{"a":1}""" : $$"""{"api_key":{{JsonSerializer.Serialize(value)}}}""")));
        content.Headers.Add("Content-Type", "application/json");
        return new(HttpMethod.Post, "https://api.example.com/v1/things") { Content = content };
    }

    private static string[] Pairs(string text) =>
        [.. text.Split('&').Select(static pair => pair.Split('=', 2)).Where(static pair => Decoded(pair[0]) == "api key").Select(static pair => Decoded(pair[1]))];

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
