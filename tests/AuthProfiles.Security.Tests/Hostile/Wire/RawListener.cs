using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace AuthProfiles.Security.Tests.Hostile.Wire;

/// <summary>A loopback listener of the test's own: it counts connections, reads requests byte by byte, with TLS or without as they come, and answers as told.</summary>
internal sealed class RawListener : IAsyncDisposable
{
    private const byte TlsHandshake = 0x16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<RawMessage> _messages = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<RawMessage, byte[]> _answer;
    private readonly Task _accepting;
    private int _accepted;

    public RawListener(Func<RawMessage, byte[]>? answer = null)
    {
        _answer = answer ?? (static _ => Answer(200, "text/plain", []));
        _listener.Start();
        Address = new($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public int Connections => Volatile.Read(ref _accepted);

    public IReadOnlyList<RawMessage> Messages => [.. _messages];

    /// <summary>Gets the hosts and ports that connections were asked for, by handlers of <see cref="CreateHandler"/>.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public static byte[] Answer(int status, string? contentType, byte[] body)
    {
        var type = contentType is null ? string.Empty : $"Content-Type: {contentType}\r\n";
        return [.. Encoding.Latin1.GetBytes(FormattableString.Invariant($"HTTP/1.1 {status} Answer\r\n{type}Content-Length: {body.Length}\r\n\r\n")), .. body];
    }

    /// <summary>Makes a primary handler for which every host of the world is this listener.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = async (context, token) =>
        {
            _asked.Enqueue(FormattableString.Invariant($"{context.DnsEndPoint.Host}:{context.DnsEndPoint.Port}"));
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(_listener.LocalEndpoint, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = { RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.Subject == OwnCertificate.Subject },
    };

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
                // Counted before it is served: an answer must not be faster than the count.
                var socket = await _listener.AcceptSocketAsync(_end.Token);
                Interlocked.Increment(ref _accepted);
                _connections.Add(ServeAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var owned = socket;
        try
        {
            var first = new byte[1];
            var isEncrypted = await socket.ReceiveAsync(first, SocketFlags.Peek, _end.Token) == 1 && first[0] == TlsHandshake;
            await using var network = new NetworkStream(socket);
            await using var tls = isEncrypted ? new SslStream(network) : null;
            if (tls is not null)
            {
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = OwnCertificate.Value }, _end.Token);
            }

            await ServeAsync((Stream?)tls ?? network, isEncrypted);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
        {
            // The client or the test has ended.
        }
    }

    private async Task ServeAsync(Stream stream, bool isEncrypted)
    {
        await using var buffered = new BufferedStream(stream);
        while (await RawMessage.ReadAsync(buffered, isEncrypted, _end.Token) is { } message)
        {
            _messages.Enqueue(message);
            await stream.WriteAsync(_answer(message), _end.Token);
        }
    }
}
