using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using HandWritten.Wire;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;

namespace HandWritten;

/// <summary>A user's page and their consent: authorization code with PKCE.</summary>
internal sealed class UserPages(IHttpClientFactory clients, IConfiguration settings, IAntiforgery antiforgery)
{
    private readonly ConcurrentDictionary<string, string> _pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);

    public void Map(WebApplication application)
    {
        application.MapGet("/ticket", ShowTicketAsync);
        application.MapGet("/connections", ListAsync);
        application.MapGet("/connections/callback", CompleteAsync);
        application.MapPost("/connections/disconnect", DisconnectAsync);
    }

    private async Task ShowTicketAsync(HttpContext context)
    {
        if (!_tokens.TryGetValue("mia", out var token))
        {
            var (state, verifier) = (NewSecret(), NewSecret());
            _pending[state] = verifier;
            var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
            context.Response.Redirect(
                $"https://acme.zendesk.com/oauth/authorizations/new?response_type=code&client_id={settings["Users:ClientId"]}&redirect_uri={Uri.EscapeDataString(Callback(context))}&scope=read%20write&state={state}&code_challenge={challenge}&code_challenge_method=S256");
            return;
        }

        using var client = clients.CreateClient("users");
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/tickets/1.json") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task CompleteAsync(HttpContext context)
    {
        if (!_pending.TryRemove(context.Request.Query["state"].ToString(), out var verifier))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var client = clients.CreateClient("users");
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"),
            new("code", context.Request.Query["code"]),
            new("redirect_uri", Callback(context)),
            new("client_id", settings["Users:ClientId"]),
            new("client_secret", settings["Users:ClientSecret"]),
            new("code_verifier", verifier),
        ]);
        using var answer = await client.PostAsync(new Uri("oauth/tokens", UriKind.Relative), form, context.RequestAborted);
        answer.EnsureSuccessStatusCode();
        _tokens["mia"] = (await answer.Content.ReadFromJsonAsync(Json.Default.TokenAnswer, context.RequestAborted))!.AccessToken;
        context.Response.Redirect("/ticket");
    }

    private async Task ListAsync(HttpContext context)
    {
        var token = antiforgery.GetAndStoreTokens(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        var page = new StringBuilder("<!doctype html><title>Connections</title><h1>Connections</h1><ul>");
        foreach (var user in _tokens.Keys)
        {
            page.Append("<li>").Append(WebUtility.HtmlEncode(user)).Append("<form method=\"post\" action=\"/connections/disconnect\"><input type=\"hidden\" name=\"")
                .Append(token.FormFieldName).Append("\" value=\"").Append(token.RequestToken).Append("\"><button>Disconnect</button></form></li>");
        }

        await context.Response.WriteAsync(page.Append("</ul>").ToString(), context.RequestAborted);
    }

    private async Task DisconnectAsync(HttpContext context)
    {
        await antiforgery.ValidateRequestAsync(context);
        _tokens.TryRemove("mia", out _);
        context.Response.Redirect("/connections");
    }

    private static string Callback(HttpContext context) => $"http://{context.Request.Host}/connections/callback";

    private static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
