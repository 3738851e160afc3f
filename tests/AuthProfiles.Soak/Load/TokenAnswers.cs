using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AuthProfiles.Soak.Reporting;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.Soak.Load;

/// <summary>The token endpoint: renews for whoever has a refresh token of a key, any number of times, and fails in one of ten.</summary>
internal sealed class TokenAnswers(ImmutableArray<LoadKey> keys, LoadBook book, Disturbances disturbances, FaultDraw draw, FaultList faults)
{
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(5);
    private static readonly byte[] Page = "<!doctype html><title>Sign in</title><p>Sign in to go on."u8.ToArray();
    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Faulted, FaultKind.Throttled, FaultKind.ResetBefore, FaultKind.ResetAfter, FaultKind.SlowDrip, FaultKind.CutJson, FaultKind.HtmlPage, FaultKind.Redirected,
    ];

    public static string RefreshToken(LoadKey key) => string.Create(CultureInfo.InvariantCulture, $"rt.{key.Number}");

    public async Task AnswerAsync(HttpContext context, Uri elsewhere)
    {
        var form = await context.Request.ReadFormAsync();
        book.AddTokenCall();
        if (form["refresh_token"].ToString().Split('.') is not ["rt", var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            faults.Add("a token request had no refresh token that was ever issued");
            await Answers.StatusAsync(context, StatusCodes.Status400BadRequest);
            return;
        }

        var key = keys[at];
        if (!key.BeginRenewal())
        {
            book.AddDuplicate();
        }

        var isOver = 0;
        try
        {
            await Until.PassAsync(Work, CancellationToken.None);
            await AnswerAsync(context, key, elsewhere, End);
        }
        finally
        {
            End();
        }

        // Before the last of the answer is written: the client may come again before its writing ends here.
        void End()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                key.EndRenewal();
            }
        }
    }

    private Task AnswerAsync(HttpContext context, LoadKey key, Uri elsewhere, Action end)
    {
        var fault = disturbances.IsProviderDown ? FaultKind.ProviderDown : draw.Next(Kinds);
        if (fault is { } kind)
        {
            book.AddTokenFault(kind);
            key.Meet(kind);
        }

        if (fault == FaultKind.SlowDrip)
        {
            return Answers.DripAsync(context, Answer(key), end);
        }

        end();
        return fault switch
        {
            null => Answers.WriteAsync(context, Answer(key)),
            FaultKind.Faulted => Answers.StatusAsync(context, StatusCodes.Status500InternalServerError),
            FaultKind.Throttled => Answers.ThrottleAsync(context),
            FaultKind.ResetAfter => Answers.BreakOffAsync(context, Answer(key)),
            FaultKind.CutJson => Answers.WriteAsync(context, Answer(key)[..^40]),
            FaultKind.HtmlPage => Answers.WriteAsync(context, Page, "text/html"),
            FaultKind.Redirected => Answers.RedirectAsync(context, elsewhere),
            _ => Answers.ResetAsync(context),
        };
    }

    private static byte[] Answer(LoadKey key) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        token_type = "Bearer",
        expires_in = (int)LoadPlan.TokenLifetime.TotalSeconds,
        refresh_token = RefreshToken(key),
        access_token = key.Issue().Text,
    });
}
