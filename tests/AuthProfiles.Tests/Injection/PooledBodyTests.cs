using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using AuthProfiles.Injection;
using AuthProfiles.Resilience;

namespace AuthProfiles.Tests.Injection;

/// <summary>Memory that bodies are read into: what is in it, how it grows, and that it goes back wiped and only when nobody reads it.</summary>
internal sealed class PooledBodyTests
{
    private static readonly Credential Credential = new([CredentialField.Payload("k", "v")]);

    [Test]
    public async Task What_is_written_in_any_pieces_is_read_back([Values(1, 1_000, 4_096, 5_000)] int piece)
    {
        var bytes = Enumerable.Range(0, 100_000).Select(static i => (byte)(i * 7)).ToArray();
        using var pooled = Rent();
        for (var i = 0; i < bytes.Length; i += piece)
        {
            var part = bytes[i..Math.Min(i + piece, bytes.Length)];
            switch (i / piece % 4)
            {
                case 0:
                    pooled.Write(part);
                    break;
                case 1:
                    await pooled.WriteAsync(part.AsMemory());
                    break;
                case 2:
                    pooled.Write([0, .. part, 0], 1, part.Length);
                    break;
                default:
#pragma warning disable CA1835 // The older form is one of the four.
                    await pooled.WriteAsync([0, .. part, 0], 1, part.Length, CancellationToken.None);
#pragma warning restore CA1835
                    break;
            }
        }

        Assert.That(pooled.Bytes.ToArray(), Is.EqualTo(bytes));
        Assert.That(ArrayOf(pooled), Has.Length.LessThan(4 * bytes.Length));
    }

    [Test]
    public void Memory_that_became_too_small_goes_back_wiped()
    {
        using var pooled = Rent();
        pooled.Write(Secret(100));
        var first = ArrayOf(pooled);
        pooled.Write(Secret(10_000));
        var second = ArrayOf(pooled);

        Assert.That(first, Is.Not.SameAs(second).And.All.Zero);
        Assert.That(pooled.Bytes.ToArray(), Is.All.EqualTo(1));
    }

    [Test]
    public void Memory_goes_back_wiped_once_and_nobody_writes_to_it_any_more()
    {
        var pooled = Rent();
        pooled.Write(Secret(100));
        var array = ArrayOf(pooled);

        pooled.Dispose();
        Assert.That(array.Take(100), Is.All.EqualTo(1), "disposing is what a content does to what it writes to");
        pooled.Release();
        Assert.That(array, Is.All.Zero);
        array.AsSpan().Fill(2);
        pooled.Release();
        Assert.That(array, Is.All.EqualTo(2));
        Assert.That(() => pooled.Write(Secret(1)), Throws.TypeOf<ObjectDisposedException>());
        array.AsSpan().Clear();
    }

    [Test]
    public async Task It_is_a_stream_that_is_written_and_nothing_else()
    {
        using var pooled = Rent();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.That((pooled.CanRead, pooled.CanSeek, pooled.CanWrite), Is.EqualTo((false, false, true)));
        Assert.That(async () => await pooled.WriteAsync(Secret(1).AsMemory(), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(pooled.Bytes.Length, Is.Zero);
    }

    [Test]
    public async Task Memory_goes_back_when_the_request_is_restored()
    {
        var (request, body) = Request();
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        await request.Content!.CopyToAsync(Stream.Null);
        await request.Content.CopyToAsync(Stream.Null);
        Assert.That(body.Array, Has.Some.Not.Zero);

        injection.Restore();

        Assert.That(body.Array, Is.All.Zero);
        Assert.That(request.Options, Is.Empty, "nothing holds the request back");
    }

    [Test]
    public async Task Memory_goes_back_when_a_body_that_was_never_sent_is_taken_off()
    {
        var (request, body) = Request();
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);

        injection.Restore();

        Assert.That(body.Array, Is.All.Zero);
        Assert.That(request.Options, Is.Empty, "nothing holds the request back");
    }

    [Test]
    public async Task Memory_goes_back_when_the_write_ends_that_the_answer_has_overtaken_and_the_request_goes_again_no_sooner()
    {
        var (request, body) = Request();
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        using var slow = new Gate();
        var writing = injection.Payload!.CopyToAsync(slow);

        injection.Restore();
        request.Content = null;
        Assert.That(body.Array, Has.Some.Not.Zero);
        Assert.That(Resendable.CanResend(request), Is.False);

        slow.Open();
        await writing;
        Assert.That(body.Array, Is.All.Zero);
        Assert.That(Resendable.CanResend(request), Is.True);
    }

    [Test]
    public async Task Memory_of_a_write_that_was_broken_off_is_left_to_the_garbage_collector([Values] bool synchronous)
    {
        var (request, body) = Request();
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        using var closed = new MemoryStream([], writable: false);

        Assert.That(
            async () =>
            {
                if (synchronous)
                {
                    request.Content!.CopyTo(closed, context: null, CancellationToken.None);
                }
                else
                {
                    await request.Content!.CopyToAsync(closed);
                }
            },
            Throws.Exception);
        Assert.That(injection.Payload!.SerializationEnded, Is.True);
        injection.Restore();

        Assert.That(body.Array, Has.Some.Not.Zero);
    }

    [Test]
    public async Task A_synchronous_write_ends_too()
    {
        var (request, body) = Request();
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);

        await Task.Run(() => request.Content!.CopyTo(Stream.Null, context: null, CancellationToken.None));

        Assert.That(injection.Payload!.SerializationEnded, Is.True);
        Assert.That(await injection.HasEndedAsync(TimeProvider.System, CancellationToken.None), Is.True);
        injection.Restore();
        Assert.That(body.Array, Is.All.Zero);
    }

    [Test]
    public void Memory_of_a_body_that_is_refused_goes_back_wiped()
    {
        var (request, body) = Request("""{"k":"another"}""");

        Assert.That(async () => await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None), Throws.TypeOf<AuthorizationException>());

        Assert.That(body.Array, Is.All.Zero);
    }

    [Test]
    public void A_copy_that_was_made_in_vain_goes_back_wiped()
    {
        using var request = Sent.Json("""{"a":1}""");
        var outer = Injector.InjectSynchronously(Credential, request, Sent.Rules, CancellationToken.None);

        // What this thread gives back is what it rents next.
        var next = ArrayPool<byte>.Shared.Rent(4096);
        ArrayPool<byte>.Shared.Return(next);
        Injector.InjectSynchronously(Credential, request, Sent.Rules, CancellationToken.None).Restore();
        var rented = ArrayPool<byte>.Shared.Rent(4096);

        Assert.That(rented, Is.SameAs(next));
        Assert.That(rented.AsSpan(0, 100).ToArray(), Is.All.Zero);
        ArrayPool<byte>.Shared.Return(rented);
        outer.Restore();
    }

    [Test]
    public void The_text_of_a_form_goes_back_wiped()
    {
        var next = ArrayPool<char>.Shared.Rent(100);
        ArrayPool<char>.Shared.Return(next);
        using var request = Sent.Post(new string('x', 100), "application/x-www-form-urlencoded");

        Injector.InjectSynchronously(Credential, request, Sent.Rules, CancellationToken.None).Restore();
        var rented = ArrayPool<char>.Shared.Rent(100);

        Assert.That(rented, Is.SameAs(next));
        Assert.That(rented, Is.All.EqualTo('\0'));
        ArrayPool<char>.Shared.Return(rented);
    }

    [Test]
    public async Task The_content_that_goes_out_is_known_whatever_else_was_injected()
    {
        using var request = Sent.Json("{}");
        var credential = new Credential([CredentialField.Payload("k", "v"), CredentialField.Header("X-Key", "v"), CredentialField.QueryString("k", "v")]);

        var injection = await Injector.InjectAsync(credential, request, Sent.Rules, CancellationToken.None);

        Assert.That(injection.Payload, Is.SameAs(request.Content).And.Not.Null);
    }

    private static byte[] Secret(int length) => [.. Enumerable.Repeat((byte)1, length)];

    private static PooledBody Rent()
    {
        using var request = Sent.Json("{}");
        return PooledBody.Rent(PayloadTarget.Of(Credential, request, Sent.Rules));
    }

    private static byte[] ArrayOf(PooledBody pooled) => MemoryMarshal.TryGetArray(pooled.Bytes, out var segment) ? segment.Array! : [];

    private static (HttpRequestMessage Request, Watched Body) Request(string body = """{"a":1}""")
    {
        var content = new Watched(body);
        return (new(HttpMethod.Post, "https://api.example/") { Content = content }, content);
    }

    /// <summary>Remembers the memory that it was read into.</summary>
    private sealed class Watched : HttpContent
    {
        private readonly byte[] _bytes;

        public Watched(string text)
        {
            _bytes = Encoding.UTF8.GetBytes(text);
            Headers.Add("Content-Type", "application/json");
        }

        public byte[] Array { get; private set; } = [];

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            stream.Write(_bytes);
            Array = ArrayOf((PooledBody)stream);
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>Takes nothing until it is opened.</summary>
    private sealed class Gate : MemoryStream
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _open.Task;
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
