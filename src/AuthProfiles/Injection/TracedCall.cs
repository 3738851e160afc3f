using System.Diagnostics;
using System.Globalization;

namespace AuthProfiles.Injection;

/// <summary>One attempt's span, and the trace headers that the request carries meanwhile.</summary>
internal sealed class TracedCall : IDisposable
{
    private readonly Activity? _activity;
    private readonly HttpRequestMessage _request;
    private readonly List<string> _added = [];

    public TracedCall(Activity? activity, HttpRequestMessage request)
    {
        _activity = activity;
        _request = request;
        DistributedContextPropagator.Current.Inject(activity ?? Activity.Current, this, static (carrier, name, value) => ((TracedCall)carrier!).Add(name, value));
    }

    public void End(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        _activity?.SetTag("http.response.status_code", status);
        _activity?.SetTag("network.protocol.version", response.Version.Major >= 2 ? response.Version.Major.ToString(CultureInfo.InvariantCulture) : response.Version.ToString());
        if (status >= 400)
        {
            Fail(status.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void End(Exception error) => Fail(error switch
    {
        OperationCanceledException => typeof(TaskCanceledException).FullName!,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "name_resolution_error",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "connection_error",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "secure_connection_error",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "response_ended",
        _ => error.GetType().FullName!,
    });

    public void Dispose()
    {
        foreach (var name in _added)
        {
            _request.Headers.Remove(name);
        }

        _activity?.Dispose();
    }

    private void Fail(string type)
    {
        _activity?.SetTag("error.type", type);
        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    // What the caller set stays, as the platform does it; what can't be a header is left out.
    private void Add(string name, string? value)
    {
        if (value is not null && !_request.Headers.NonValidated.Contains(name) && Credentials.FieldRules.HeaderFault(name, value) is null)
        {
            _request.Headers.Add(name, value);
            _added.Add(name);
        }
    }
}
