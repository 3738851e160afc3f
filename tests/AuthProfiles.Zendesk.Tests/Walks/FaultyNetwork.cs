using System.Net;
using AuthProfiles.Testing;

namespace AuthProfiles.Zendesk.Tests.Walks;

/// <summary>Each answer takes two seconds, and one in fifteen is a fault, in turn: a rate limit, two in a row, a service that is down, a body that breaks off.</summary>
internal sealed class FaultyNetwork(LocalServices local) : DelegatingHandler
{
    private int _calls;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        local.Clock.Advance(TimeSpan.FromSeconds(2));
        switch (Interlocked.Increment(ref _calls) % 60)
        {
            case 10:
                local.Zendesk.ThrottleNext(TimeSpan.FromSeconds(7));
                break;
            case 25:
                local.Zendesk.ThrottleNext(TimeSpan.FromSeconds(41));
                local.Zendesk.ThrottleNext(TimeSpan.FromSeconds(1));
                break;
            case 40:
                local.Zendesk.FailNext(HttpStatusCode.BadGateway, "<html>down</html>", [new("Content-Type", "text/html")]);
                break;
            case 55:
                local.Zendesk.CutNext();
                break;
            default:
                break;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
