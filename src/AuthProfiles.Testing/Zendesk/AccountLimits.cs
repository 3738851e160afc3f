using System.Globalization;
using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The limits of an account: what they let pass, and the headers that tell of them.</summary>
/// <remarks>Used by the service, which answers one request at a time; limits are set under its lock.</remarks>
internal sealed class AccountLimits
{
    private readonly object _gate = new();
    private readonly List<OperationLimit> _operations = [];
    private RateWindow? _account;

    public void LimitAccount(int? requestsPerMinute)
    {
        lock (_gate)
        {
            _account = requestsPerMinute is { } total ? new(total) : null;
        }
    }

    public void LimitOperation(OperationLimit limit)
    {
        lock (_gate)
        {
            _operations.RemoveAll(other => string.Equals(other.Name, limit.Name, StringComparison.OrdinalIgnoreCase));
            _operations.Add(limit);
        }
    }

    /// <summary>Answers a request unless a limit is used up, and shows the limits.</summary>
    public LocalResponse Answer(LocalRequest request, ZendeskAddress address, DateTimeOffset now, Func<LocalResponse> answer)
    {
        lock (_gate)
        {
            // Requests that a limit refuses count against no other.
            var operation = address.Path is ["api", "v2", ..] ? _operations.Find(limit => limit.Concerns(request.Method, [.. address.Path.Skip(2)])) : null;
            LocalResponse response;
            if (_account is { } account && !account.TryCount(now))
            {
                response = Seconds(ZendeskError.Answer(HttpStatusCode.TooManyRequests, "APIRateLimitExceeded", "Number of allowed API requests per minute exceeded"), account, now);
            }
            else if (operation is not null && !operation.Window.TryCount(now))
            {
                // In plain text, as some operations of Zendesk do.
                response = Seconds(LocalResponse.Text(HttpStatusCode.TooManyRequests, "Number of allowed requests of this operation per minute exceeded").With("Content-Type", "text/plain"), operation.Window, now);
            }
            else
            {
                response = answer();
            }

            return operation?.Show(Show(response, now), now) ?? Show(response, now);
        }
    }

    private static LocalResponse Seconds(LocalResponse response, RateWindow window, DateTimeOffset now) =>
        response.With("Retry-After", window.ResetsIn(now).ToString(CultureInfo.InvariantCulture));

    private LocalResponse Show(LocalResponse response, DateTimeOffset now) =>
        _account is { } account ? LimitHeaders.Write(response, account.Total, account.Remaining, account.ResetsIn(now)) : LimitHeaders.Write(response);
}
