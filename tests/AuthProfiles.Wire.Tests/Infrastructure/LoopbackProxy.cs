using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.Infrastructure;

/// <summary>A plain HTTP proxy: takes requests with whole addresses, keeps these, and passes the requests on.</summary>
internal sealed class LoopbackProxy : IAsyncDisposable
{
    private readonly HttpMessageInvoker _onward = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly RawServer _server;

    public LoopbackProxy() => _server = new(PassOnAsync);

    public Uri Address => _server.Address;

    /// <summary>Gets the first lines of what came: a method, a whole address and the protocol.</summary>
    public IReadOnlyList<string> Passed => [.. _server.Requests.Select(static request => request.Line)];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _onward.Dispose();
    }

    private async Task PassOnAsync(RawRequest request, Stream stream, CancellationToken cancellationToken)
    {
        var parts = request.Line.Split(' ');
        using var onward = new HttpRequestMessage(new(parts[0]), parts[1]);
        if (request.Body.Length > 0)
        {
            onward.Content = new ByteArrayContent(request.Body);
            onward.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.Header("Content-Type")!);
        }

        if (request.Header("Authorization") is { } authorization)
        {
            onward.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        using var answer = await _onward.SendAsync(onward, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)answer.StatusCode} Passed\r\nContent-Type: {answer.Content.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n");
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancellationToken);
        await stream.WriteAsync(body, cancellationToken);
    }
}
