using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AuthProfiles.Security.Tests.Hostile.Wire;

namespace AuthProfiles.Security.Tests.Retries;

/// <summary>A loopback service that fails the first attempt in the way it is told, and counts what it has carried out.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    public const string Warm = "warm";

    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly ConcurrentQueue<RawMessage> _carriedOut = new();
    private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _failure;
    private readonly Task _accepting;
    private int _attempts;
    private int _tokens;

    public FaultServer(string failure)
    {
        _failure = failure;
        _listener.Start();
        Address = new($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Gets how often a request was begun: connections that were refused or reset count too.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Gets the requests that had an effect, those with no answer included.</summary>
    public IReadOnlyList<RawMessage> CarriedOut => [.. _carriedOut];

    /// <summary>Gets a task that ends when the first attempt waits for an answer that never comes.</summary>
    public Task Hangs => _hangs.Task;

    /// <summary>Makes a primary handler; where connections are refused, its first one goes to a port that nobody listens at.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = async (context, token) =>
        {
            var isRefused = _failure == "refused" && context.InitialRequestMessage.RequestUri!.AbsolutePath != "/token" && Interlocked.Increment(ref _attempts) == 1;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(isRefused ? ClosedPort() : _listener.LocalEndpoint, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
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

    private static IPEndPoint ClosedPort()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        return (IPEndPoint)nobody.LocalEndpoint;
    }

    private static string Answer(string status, string more = "") => $"HTTP/1.1 {status} Answer\r\n{more}Content-Length: 0\r\n\r\n";

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_end.Token)));
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
        await using var stream = new NetworkStream(socket);
        await using var buffered = new BufferedStream(stream);
        try
        {
            // What is not read when the connection is closed makes it a reset.
            while (_failure != "reset-before" || Attempts > 0 || !await IsFirstAsync(socket))
            {
                if (await RawMessage.ReadAsync(buffered, isEncrypted: false, _end.Token) is not { } message || !await AnswerAsync(message, socket, stream))
                {
                    return;
                }
            }

            Interlocked.Increment(ref _attempts);
            Reset(socket);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
        {
            // The client or the test has ended.
        }
    }

    // Tokens are asked for on connections of their own, by POST, before anything else.
    private async Task<bool> IsFirstAsync(Socket socket)
    {
        var line = new byte["POST /token".Length];
        var read = await socket.ReceiveAsync(line, SocketFlags.Peek, _end.Token);
        return read > 0 && Encoding.ASCII.GetString(line, 0, read) != "POST /token";
    }

    /// <summary>Returns whether the connection goes on.</summary>
    private async Task<bool> AnswerAsync(RawMessage message, Socket socket, NetworkStream stream)
    {
        if (message.Target is "/token")
        {
            var token = $$"""{"access_token":"t{{Interlocked.Increment(ref _tokens)}}","token_type":"Bearer","expires_in":3600}""";
            return await WriteAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {token.Length}\r\n\r\n{token}");
        }

        if (message.Target is "/" + Warm)
        {
            return await WriteAsync(stream, Ok);
        }

        var attempt = _failure == "refused" ? Attempts : Interlocked.Increment(ref _attempts);
        return attempt == 1 ? await FailAsync(message, socket, stream) : await SucceedAsync(message, stream);
    }

    private Task<bool> SucceedAsync(RawMessage message, NetworkStream stream)
    {
        _carriedOut.Enqueue(message);
        return WriteAsync(stream, message.Method == "HEAD" ? Ok[..^2] : Ok);
    }

    private async Task<bool> FailAsync(RawMessage message, Socket socket, NetworkStream stream)
    {
        var (status, more) = _failure.Split('+') is [var code, var late] ? (code, $"Retry-After: {(late == "later" ? 2 : 3600)}\r\n") : (_failure, string.Empty);

        // The worst case: whatever may have been carried out was. What says "later" or "not you" says that it was not.
        if (more.Length == 0 && status is not ("401" or "429"))
        {
            _carriedOut.Enqueue(message);
        }

        switch (status)
        {
            case "reset-after" or "reset-after-used":
                Reset(socket);
                return false;
            case "closed-after" or "closed-after-used":
                return false;
            case "cut-head":
                await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Ty");
                return false;
            case "cut-body":
                await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
                return false;
            case "timeout":
                _hangs.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _end.Token);
                return false;
            default:
                return await WriteAsync(stream, Answer(status, more));
        }
    }

    private static void Reset(Socket socket)
    {
        socket.LingerState = new(enable: true, seconds: 0);
        socket.Close();
    }

    private async Task<bool> WriteAsync(NetworkStream stream, string answer)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), _end.Token);
        return true;
    }
}
