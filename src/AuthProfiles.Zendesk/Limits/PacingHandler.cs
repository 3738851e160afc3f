using System.Net;
using AuthProfiles.Zendesk.Errors;

namespace AuthProfiles.Zendesk.Limits;

/// <summary>Sends no faster than an account allows, and not at all while its limit is used up. It stands outside of the attempts: waiting takes none of their time.</summary>
/// <param name="paces">The accounts', or null: then nothing is paced.</param>
/// <param name="time">The clock of the waits.</param>
internal sealed class PacingHandler(AccountPaces? paces, TimeProvider time) : DelegatingHandler
{
    /// <inheritdoc/>
    /// <exception cref="ZendeskException">The turn is too far away. Nothing was sent.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        paces is not null && request.RequestUri is { IsAbsoluteUri: true } address ? SendInTurnAsync(paces.Of(address, time.GetUtcNow()), request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendInTurnAsync(AccountPace pace, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!pace.TryTake(time.GetUtcNow(), out var wait))
        {
            throw TooFar(request, wait);
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (IsUsedUp(response) is { } left)
        {
            pace.Hold(time.GetUtcNow(), left);
        }

        return response;
    }

    private static ZendeskException TooFar(HttpRequestMessage request, TimeSpan wait) => new(
        ZendeskErrorKind.RateLimited,
        FormattableString.Invariant($"{ErrorMessage.Service(request)} was not asked: by {nameof(ZendeskOptions.RequestsPerMinute)} and the account's own limit the next turn is {wait} away. Wait for RetryAfter, and ask for less at a time."))
    {
        IsTransient = true,
        RetryAfter = wait,
    };

    // A 429 of one operation leaves the others free: only the account's own limit stops all.
    private TimeSpan? IsUsedUp(HttpResponseMessage response)
    {
        if (RateLimitReader.ReadAccount(response.Headers) is { Remaining: { } remaining } account)
        {
            return remaining > 0 ? null : RetryAfterReader.Read(response.Headers, time) ?? account.ResetsIn;
        }

        return response.StatusCode == HttpStatusCode.TooManyRequests ? RetryAfterReader.Read(response.Headers, time) : null;
    }
}
