using System.Net;
using System.Text.RegularExpressions;

namespace AuthProfiles.AspNetCore.Tests.Infrastructure;

/// <summary>A person's browser: it keeps cookies, asks for pages, and follows no redirect by itself.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(HttpMessageHandler server, string? user)
    {
        User = user;
        _client = new(new Cookies { InnerHandler = server }) { BaseAddress = new(WebTest.Origin) };
    }

    /// <summary>Gets or sets who is signed in.</summary>
    public string? User { get; set; }

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    public async Task<string> ReadAsync(string address)
    {
        using var answer = await GetAsync(address);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form, with the token of anti-forgery that stands on the page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        await PostRawAsync(address, [("__RequestVerificationToken", await TokenAsync()), .. fields]);

    /// <summary>Sends a form as it is.</summary>
    public Task<HttpResponseMessage> PostRawAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value))),
        });

    /// <summary>Returns the token of anti-forgery that stands on the page.</summary>
    public async Task<string> TokenAsync(string page = "/connections/calendar") =>
        Token().Match(await ReadAsync(page)) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : string.Empty;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (User is { } user)
            {
                request.Headers.Add(HeaderAuthentication.Header, user);
            }

            if (!request.Headers.Contains("Accept"))
            {
                request.Headers.Add("Accept", "text/html,*/*");
            }

            return await _client.SendAsync(request);
        }
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
