using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>A service that redirects, and the foreign origin that it redirects to, both on loopback.</summary>
internal sealed class OriginStage : IAsyncDisposable
{
    private static readonly Lazy<X509Certificate2> s_certificate = new(CreateCertificate);

    private readonly RecordingListener _service;
    private readonly HashSet<string> _busy = new(StringComparer.Ordinal);
    private int _heard;

    /// <param name="target">Where the redirects lead.</param>
    /// <param name="isBusyFirst">Whether the service asks each call to come again, once.</param>
    public OriginStage(OriginTarget target, bool isBusyFirst = false)
    {
        Target = target;
        Foreign = new(static _ => RecordingListener.Ok(), target.ForeignAddress);
        _service = new(request => isBusyFirst && IsFirst(request) ? RecordingListener.Answer(503, headers: "Retry-After: 0\r\n") : Redirect(request), certificate: target.IsTls ? s_certificate.Value : null);
        Service = target.IsNamed ? new($"http://localhost:{_service.Address.Port}/") : _service.Address;
    }

    public OriginTarget Target { get; }

    public Uri Service { get; }

    public RecordingListener Foreign { get; }

    public IReadOnlyList<ReceivedRequest> Requests => _service.Requests;

    /// <summary>Makes a handler that behaves as by default, knows the stage's certificate and finds its names.</summary>
    public SocketsHttpHandler CreateHandler() => Prepare(new());

    public SocketsHttpHandler Prepare(SocketsHttpHandler handler)
    {
        if (Target.IsTls)
        {
            // The test's own server, with the certificate that it has just made.
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.GetCertHashString() == s_certificate.Value.GetCertHashString();
        }

        if (Target.IsNamed)
        {
            handler.ConnectCallback = async (context, cancellationToken) =>
            {
                var address = context.DnsEndPoint.Host is "localhost." ? Foreign.Address : _service.Address;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        return handler;
    }

    /// <summary>Says whether the foreign origin has heard the secret since the last time.</summary>
    public bool HasLeaked()
    {
        var heard = Foreign.Heard;
        var news = heard[_heard..];
        _heard = heard.Length;
        return news.Contains(OriginCell.Secret, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await Foreign.DisposeAsync();
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }

    private string Redirect(ReceivedRequest request)
    {
        if (request.Target.StartsWith("/landing", StringComparison.Ordinal))
        {
            return RecordingListener.Ok();
        }

        var status = int.Parse(request.Header(OriginCell.StatusHeader)!, CultureInfo.InvariantCulture);
        return RecordingListener.Answer(status, headers: $"Location: {Target.Location(Service, Foreign.Address)}\r\n");
    }

    private bool IsFirst(ReceivedRequest request) => _busy.Add($"{request.Header(OriginCell.StatusHeader)} {request.Method}");
}
