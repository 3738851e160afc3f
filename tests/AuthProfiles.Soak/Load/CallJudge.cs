using System.Net;
using AuthProfiles.Soak.Reporting;

namespace AuthProfiles.Soak.Load;

/// <summary>Says whether a call ended as it may: in its answer, in the failure that it asked for, or in an exception that a fault of its key's token requests explains.</summary>
internal sealed class CallJudge(FaultList faults, Disturbances disturbances)
{
    /// <summary>A failing key is left alone for a minute at the most, and its callers are told of the failure meanwhile.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(75);

    /// <summary>After the few attempts that fit into a time of five seconds, it is left alone for less.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(15);

    /// <param name="key">Whose call it is.</param>
    /// <param name="fault">What it asked for.</param>
    /// <param name="sending">The call.</param>
    /// <param name="own">The caller's own cancellation.</param>
    public async Task<CallOutcome> JudgeAsync(LoadKey key, FaultKind? fault, Task<HttpResponseMessage> sending, CancellationToken own)
    {
        try
        {
            using var response = await sending;
            return await JudgeAsync(key, fault, response);
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested)
        {
            return CallOutcome.Cancelled;
        }
        catch (HttpRequestException) when (fault is FaultKind.ResetBefore or FaultKind.ResetAfter)
        {
            return CallOutcome.Failed;
        }
        catch (AuthorizationException error) when (Explains(error.Kind, key))
        {
            return CallOutcome.Unauthorized;
        }
        catch (Exception error)
        {
            return Unexplained($"a call of {key.Name} {Asking(fault)} ended in {error.GetType().Name}: {error.Message}");
        }
    }

    private static string Asking(FaultKind? fault) => fault is null ? "without a fault" : $"with {fault}";

    private async Task<CallOutcome> JudgeAsync(LoadKey key, FaultKind? fault, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var isRevoked = response.StatusCode == HttpStatusCode.Unauthorized && response.Headers.Contains(ServiceAnswers.Revoked);
        var expected = fault switch
        {
            FaultKind.Faulted => HttpStatusCode.InternalServerError,
            FaultKind.Throttled => HttpStatusCode.TooManyRequests,
            FaultKind.Redirected => HttpStatusCode.Found,
            _ => HttpStatusCode.OK,
        };
        return isRevoked ? CallOutcome.Refused
            : response.StatusCode != expected || fault is FaultKind.ResetBefore or FaultKind.ResetAfter ? Unexplained($"a call of {key.Name} {Asking(fault)} was answered {(int)response.StatusCode}")
            : expected != HttpStatusCode.OK ? CallOutcome.Failed
            : body == $"{{\"whose\":\"{key.Name}\"}}" ? CallOutcome.Answered
            : Unexplained($"a call of {key.Name} was answered {body}");
    }

    private CallOutcome Unexplained(string sentence)
    {
        faults.Add(sentence);
        return CallOutcome.Unexplained;
    }

    private bool Explains(AuthorizationErrorKind kind, LoadKey key) => kind switch
    {
        AuthorizationErrorKind.Transient => disturbances.WasProviderDown(Aftermath) || key.HasMet([FaultKind.Faulted, FaultKind.Throttled, FaultKind.ProviderDown], Lately),
        AuthorizationErrorKind.InDoubt => key.HasMet([FaultKind.ResetBefore, FaultKind.ResetAfter, FaultKind.ProviderDown], Lately),
        AuthorizationErrorKind.MalformedResponse => key.HasMet([FaultKind.CutJson, FaultKind.HtmlPage], Lately),
        AuthorizationErrorKind.RedirectRefused => key.HasMet([FaultKind.Redirected], Lately),
        _ => false,
    };
}
