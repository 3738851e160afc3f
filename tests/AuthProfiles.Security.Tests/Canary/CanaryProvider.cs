using System.Text.Json;
using AuthProfiles.Security.Tests.Origins;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>A provider and its service in one server: tokens are given out anew each time, and each call goes as it is told.</summary>
internal sealed class CanaryProvider : IAsyncDisposable
{
    private static readonly string[] s_assertions = ["client_assertion=", "assertion="];

    private readonly CanaryRun _run;

    public CanaryProvider(CanaryRun run)
    {
        _run = run;
        Server = new(Answer);
    }

    /// <summary>Gets what a token endpoint is tried with.</summary>
    public static string[] TokenOutcomes { get; } = [.. CanaryService.Outcomes, "400", "cut JSON", "odd type", "odd token", "odd expiry", "error beside a token"];

    public RecordingListener Server { get; }

    public string Url => Server.Address.AbsoluteUri;

    public string TokenOutcome { get; set; } = "200";

    public string CallOutcome { get; set; } = "200";

    /// <summary>Gets a signal for each request that came.</summary>
    public SemaphoreSlim Arrived { get; } = new(0);

    public string? IdToken { get; set; }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Arrived.Dispose();
    }

    private string Answer(ReceivedRequest request)
    {
        try
        {
            return request.Target.Split('?')[0] switch
            {
                "/token" => Token(request),
                "/device" => Device(),
                "/revoke" => CanaryService.Answer(TokenOutcome is "200" ? "200" : "403", request, "{}"),
                _ => CanaryService.Answer(CallOutcome, request, $$"""{"name":"Mia","token":"{{_run.Give("token of an answer")}}"}"""),
            };
        }
        finally
        {
            Arrived.Release();
        }
    }

    private string Token(ReceivedRequest request)
    {
        foreach (var assertion in s_assertions.SelectMany(name => request.Body.Split('&').Where(pair => pair.StartsWith(name, StringComparison.Ordinal))))
        {
            _run.Learn("signature of an assertion", assertion[(assertion.LastIndexOf('.') + 1)..]);
        }

        var (access, refresh) = (_run.Give("access token"), _run.Give("refresh token"));
        var good = new Dictionary<string, object?>
        {
            ["access_token"] = access,
            ["token_type"] = "Bearer",
            ["expires_in"] = 3600,
            ["refresh_token"] = refresh,
            ["issued_token_type"] = "urn:ietf:params:oauth:token-type:access_token",
        };
        if (IdToken is not null)
        {
            good["id_token"] = IdToken;
        }

        switch (TokenOutcome)
        {
            case "400":
                return RecordingListener.Answer(400, CanaryService.Echo(request), "Content-Type: application/json\r\n");
            case "cut JSON":
                return RecordingListener.Ok(JsonSerializer.Serialize(good)[..^9]);
            case "odd type":
                good["token_type"] = access;
                break;
            case "odd token":
                good["access_token"] = access + "\r\nX-Evil: 1";
                break;
            case "odd expiry":
                good["expires_in"] = access;
                good["scope"] = refresh;
                break;
            case "error beside a token":
                good["error"] = access;
                good["error_description"] = refresh;
                break;
        }

        var body = JsonSerializer.Serialize(good);
        return CanaryService.Outcomes.Contains(TokenOutcome, StringComparer.Ordinal) ? CanaryService.Answer(TokenOutcome, request, body) : RecordingListener.Ok(body);
    }

    private string Device() =>
        RecordingListener.Ok($$"""{"device_code":"{{_run.Plant("device code", "")}}","user_code":"WDJB-MJHT","verification_uri":"https://login.example/device","expires_in":60,"interval":5}""");
}
