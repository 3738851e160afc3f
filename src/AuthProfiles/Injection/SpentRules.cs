using System.Collections.Immutable;
using System.Net;

namespace AuthProfiles.Injection;

/// <summary>Says of a service's answers which of them mean that the credential is spent, so that another one helps.</summary>
internal sealed class SpentRules(ProfileDefinition definition)
{
    private static readonly HttpRequestOptionsKey<bool> Denied = new("AuthProfiles.NotRenewing");

    private readonly RenewOn _renewOn = definition.RenewOn;
    private readonly ImmutableArray<ExpiredAnswer> _answers = definition.ExpiredWhen;

    /// <summary>Takes the caller's word that no answer to the request means that its credential is spent.</summary>
    public static void Deny(HttpRequestMessage request) => request.Options.Set(Denied, true);

    /// <summary>Says whether the request's caller gave that word.</summary>
    public static bool AreDenied(HttpRequestMessage request) => request.Options.TryGetValue(Denied, out var denied) && denied;

    /// <summary>Says whether an answer of this status has to be looked at. It runs on every call and costs nothing.</summary>
    public bool MayApply(HttpStatusCode status) => status == HttpStatusCode.Unauthorized || (_answers.Length > 0 && IsListed(status));

    /// <summary>Says whether the answer means that the credential is spent. Its body is the caller's to read as before.</summary>
    public ValueTask<bool> AskForRenewalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var asked = response.StatusCode == HttpStatusCode.Unauthorized && MeansRenewal(response);
        return asked || _answers.Length == 0 ? new(asked) : IsDescribedAsync(response, cancellationToken);
    }

    private bool IsListed(HttpStatusCode status)
    {
        foreach (var answer in _answers)
        {
            if (answer.Status == status)
            {
                return true;
            }
        }

        return false;
    }

    // RFC 6750, section 3.1. That a token is not valid may be said in any scheme; that another would not help, only of a token that was read as one.
    private bool MeansRenewal(HttpResponseMessage response)
    {
        var challenges = response.GetAuthorizationChallenges();
        if (challenges.Any(static challenge => challenge.Says("invalid_token")))
        {
            return true;
        }

        return _renewOn == RenewOn.Unauthorized
            && !challenges.Any(static challenge => challenge.IsOf("Bearer") && (challenge.Says("insufficient_scope") || challenge.Says("invalid_request")));
    }

    private async ValueTask<bool> IsDescribedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var concerned = _answers.Where(answer => answer.Status == response.StatusCode).ToArray();
        return Array.Exists(concerned, static answer => answer.BodyPath is null)
            || (concerned.Length > 0 && await PeekedBody.HasAsync(response, concerned, cancellationToken).ConfigureAwait(false));
    }
}
