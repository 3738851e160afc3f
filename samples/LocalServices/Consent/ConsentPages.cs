using System.Net;
using System.Text.Json;
using AuthProfiles.Samples.Pages;
using AuthProfiles.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthProfiles.Samples.Consent;

/// <summary>Lets people choose an account and decide, in front of a server whose users consent by themselves.</summary>
/// <param name="server">The server.</param>
/// <param name="accounts">The accounts to choose from.</param>
internal sealed class ConsentPages(LocalAuthorizationServer server, IReadOnlyList<string> accounts) : IDisposable
{
    public const string Decision = "decision";
    public const string Allow = "allow";

    // Who sits at the browser is one for the whole server: a decision is told and answered as one.
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Dispose() => _gate.Dispose();

    /// <summary>Answers a request: a person's by a page or by where it is sent back, a program's as the service does.</summary>
    /// <param name="provider">What the pages call the service.</param>
    /// <param name="answer">The service.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<HttpResponseMessage> AnswerAsync(string provider, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (accounts.Count == 0 || !ConsentRequest.TryRead(request, out var consent))
        {
            return await answer(request, cancellationToken);
        }

        var account = accounts.FirstOrDefault(known => known == consent.Account);
        if (request.Method == HttpMethod.Post && account is not null)
        {
            var isAllowed = await ReadDecisionAsync(request, cancellationToken) == Allow;
            return await DecideAsync(answer, consent, isAllowed ? account : null, cancellationToken);
        }

        // What a refusal is answered with says whether the request is in order, and gives nothing away.
        var refused = await DecideAsync(answer, consent, account: null, cancellationToken);
        if (refused.Headers.Location is { } back)
        {
            if (QueryHelpers.ParseQuery(back.Query).TryGetValue("error", out var error) && error == "access_denied")
            {
                refused.Dispose();
                return Page(account is null ? "Sign in" : "Allow access?", HttpStatusCode.OK, html => Add(html, provider, consent, account));
            }

            return refused;
        }

        using (refused)
        {
            var fault = DescriptionOf(await refused.Content.ReadAsStringAsync(cancellationToken));
            return Page("This can't be answered", refused.StatusCode, html => ConsentMarkup.AddFault(html, provider, fault));
        }
    }

    private void Add(HtmlText html, string provider, ConsentRequest consent, string? account)
    {
        if (account is null)
        {
            ConsentMarkup.AddAccounts(html, provider, consent, accounts);
        }
        else
        {
            ConsentMarkup.AddDecision(html, provider, consent, account);
        }
    }

    private async Task<HttpResponseMessage> DecideAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer, ConsentRequest consent, string? account, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (account is null)
            {
                server.Deny();
            }
            else
            {
                server.SignIn(account);
            }

            using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(consent.Address, consent.With(account: null)));
            return await answer(asked, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static async Task<string?> ReadDecisionAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content is { } content && QueryHelpers.ParseQuery(await content.ReadAsStringAsync(cancellationToken)).TryGetValue(Decision, out var decision) ? decision.ToString() : null;

    private static string DescriptionOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error_description", out var description) ? description.ToString() : "The request is wrong.";
        }
        catch (JsonException)
        {
            return "The request is wrong.";
        }
    }

    private static HttpResponseMessage Page(string title, HttpStatusCode status, Action<HtmlText> body)
    {
        var (bytes, headers) = PageFrame.Render(title, ConsentStyle.Text, body);
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(bytes) };
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
            {
                response.Content.Headers.Add(name, value.ToString());
            }
            else
            {
                response.Headers.Add(name, value.ToString());
            }
        }

        return response;
    }
}
