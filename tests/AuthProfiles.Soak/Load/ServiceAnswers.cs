using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.Soak.Load;

/// <summary>The service: judges each request's credential first, then answers, or fails in the way that the request asks for.</summary>
internal sealed class ServiceAnswers(ImmutableArray<LoadKey> keys, LoadBook book)
{
    /// <summary>The header in which a request asks for a fault.</summary>
    public const string Asked = "x-fault";

    /// <summary>The header in which a 401 says that the token was revoked.</summary>
    public const string Revoked = "x-revoked";

    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(10);

    private readonly ImmutableArray<byte[]> _answers = [.. keys.Select(static key => Encoding.UTF8.GetBytes($"{{\"whose\":\"{key.Name}\"}}"))];

    public async Task AnswerAsync(HttpContext context, string number, Uri elsewhere)
    {
        var key = keys[int.Parse(number, CultureInfo.InvariantCulture)];
        var token = LoadToken.Parse(context.Request.Headers.Authorization.ToString());
        var fault = Enum.TryParse<FaultKind>(context.Request.Headers[Asked], out var asked) ? asked : (FaultKind?)null;
        var verdict = Judge(token, key);
        if (verdict is RequestVerdict.Good && fault is FaultKind.Revoked && key.TryRevoke())
        {
            book.Add(FaultKind.Revoked);
            verdict = RequestVerdict.Revoked;
        }

        book.Add(verdict);
        await (verdict switch
        {
            RequestVerdict.Good or RequestVerdict.Late => AnswerAsync(context, key, fault, elsewhere),
            RequestVerdict.Revoked => RefuseAsync(context),
            _ => Answers.StatusAsync(context, StatusCodes.Status401Unauthorized),
        });
    }

    private static RequestVerdict Judge(LoadToken? token, LoadKey key)
    {
        if (token is not { } found)
        {
            return RequestVerdict.Missing;
        }

        var late = TimeProvider.System.GetElapsedTime(found.Issued) - LoadPlan.TokenLifetime;
        return found.Key != key.Number ? RequestVerdict.Foreign
            : key.HasRevoked(found) ? RequestVerdict.Revoked
            : late > Leeway ? RequestVerdict.Expired
            : late > TimeSpan.Zero ? RequestVerdict.Late
            : RequestVerdict.Good;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers[Revoked] = "1";
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Answers.StatusAsync(context, StatusCodes.Status401Unauthorized);
    }

    private async Task AnswerAsync(HttpContext context, LoadKey key, FaultKind? fault, Uri elsewhere)
    {
        if (fault is { } kind and not FaultKind.Revoked)
        {
            book.Add(kind);
        }

        if (fault == FaultKind.ResetBefore)
        {
            context.Abort();
            return;
        }

        await context.Request.Body.CopyToAsync(Stream.Null);
        await (fault switch
        {
            FaultKind.Faulted => Answers.StatusAsync(context, StatusCodes.Status500InternalServerError),
            FaultKind.Throttled => Answers.ThrottleAsync(context),
            FaultKind.ResetAfter => Answers.BreakOffAsync(context, _answers[key.Number]),
            FaultKind.SlowDrip => Answers.DripAsync(context, _answers[key.Number], static () => { }),
            FaultKind.Redirected => Answers.RedirectAsync(context, elsewhere),
            _ => Answers.WriteAsync(context, _answers[key.Number]),
        });
    }
}
