using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>A server on loopback that keeps every byte it is sent, and answers as told; over TLS where it has a certificate.</summary>
internal sealed class RecordingListener : IAsyncDisposable
{
    /// <summary>Closes the connection without an answer.</summary>
    public const string Cut = "";

    /// <summary>Never answers.</summary>
    public const string Silence = "silence";

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly StringBuilder _heard = new();
    private readonly Func<ReceivedRequest, string> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    public RecordingListener(Func<ReceivedRequest, string> answer, IPAddress? address = null, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener = new(address ?? IPAddress.Loopback, 0);
        _listener.Start();
        Address = new($"{(certificate is null ? "http" : "https")}://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public int Connections => _connections.Count;

    /// <summary>Gets every byte that came, decrypted, as Latin-1 text.</summary>
    public string Heard
    {
        get
        {
            lock (_heard)
            {
                return _heard.ToString();
            }
        }
    }

    public static string Ok(string body = "", string type = "application/json") => Answer(200, body, $"Content-Type: {type}\r\n");

    public static string Answer(int status, string body = "", string headers = "") =>
        FormattableString.Invariant($"HTTP/1.1 {status} Told\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

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
        try
        {
            await using var stream = await OpenAsync(client.GetStream());
            await using var heard = new HeardStream(stream, Hear);
            await using var buffered = new BufferedStream(heard);
            while (await ReceivedRequest.ReadAsync(buffered, _end.Token) is { } request)
            {
                _requests.Enqueue(request);
                switch (_answer(request))
                {
                    case Cut:
                        return;
                    case Silence:
                        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _end.Token);
                        break;
                    case var answer:
                        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _end.Token);
                        break;
                }

                if (request.Header("Connection") is "close")
                {
                    return;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or AuthenticationException)
        {
            // The client or the test has ended.
        }
    }

    private async Task<Stream> OpenAsync(NetworkStream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }

        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
        return tls;
    }

    private void Hear(ReadOnlyMemory<byte> bytes)
    {
        lock (_heard)
        {
            _heard.Append(Encoding.Latin1.GetString(bytes.Span));
        }
    }
}
