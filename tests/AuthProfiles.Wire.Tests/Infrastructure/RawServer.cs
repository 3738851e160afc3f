using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AuthProfiles.Infrastructure;

/// <summary>A server that keeps what came byte by byte, and can answer what no decent server would.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    public const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<RawRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<RawRequest, Stream, CancellationToken, Task> _answer;
    private readonly Task _accepting;

    public RawServer(Func<RawRequest, string> answer)
        : this((request, stream, token) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer(request)), token).AsTask())
    {
    }

    public RawServer(Func<RawRequest, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<RawRequest> Requests => [.. _requests];

    public int Connections => _connections.Count;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var stream = client.GetStream();
        await using var buffered = new BufferedStream(stream);
        try
        {
            while (await RawRequest.ReadAsync(buffered, _end.Token) is { } request)
            {
                _requests.Enqueue(request);
                await _answer(request, stream, _end.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The client or the test has ended.
        }
    }
}
