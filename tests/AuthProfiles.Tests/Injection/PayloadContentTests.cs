using System.Net.Http.Json;
using System.Text;
using AuthProfiles.Injection;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

internal sealed class PayloadContentTests
{
    private static readonly Credential Credential = new([CredentialField.Payload("k", "v")]);

    [Test]
    public async Task It_is_written_and_read_in_every_way([Values] bool pooled)
    {
        using var request = Request(pooled);
        await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        var content = request.Content!;
        using var synchronous = new MemoryStream();
        content.CopyTo(synchronous, context: null, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetString(synchronous.ToArray()), Is.EqualTo(Expected));
            Assert.That(await Sent.BodyAsync(request), Is.EqualTo(Expected));
            Assert.That(content.Headers.ContentLength, Is.EqualTo(Expected.Length));
            Assert.That(await new StreamReader(await content.ReadAsStreamAsync()).ReadToEndAsync(), Is.EqualTo(Expected));
            Assert.That(await content.ReadAsStringAsync(), Is.EqualTo(Expected));
        }
    }

    [Test]
    public async Task Reading_it_as_a_stream_first_works_synchronously([Values] bool pooled)
    {
        using var request = Request(pooled);
        Injector.InjectSynchronously(Credential, request, Sent.Rules, CancellationToken.None);
        Assert.That(await new StreamReader(request.Content!.ReadAsStream()).ReadToEndAsync(), Is.EqualTo(Expected));
    }

    [Test]
    public async Task It_knows_when_its_first_write_has_ended([Values] bool pooled)
    {
        using var request = Request(pooled);
        var time = new ManualTime();
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        var content = injection.Payload!;
        Assert.That(content.SerializationEnded, Is.False);

        using var slow = new Gate();
        var writing = content.CopyToAsync(slow);
        var waiting = injection.HasEndedAsync(time, CancellationToken.None).AsTask();
        Assert.That((content.SerializationEnded, waiting.IsCompleted), Is.EqualTo((false, false)));

        slow.Open();
        await writing;
        Assert.That((content.SerializationEnded, await waiting), Is.EqualTo((true, true)));
        Assert.That(await injection.HasEndedAsync(time, CancellationToken.None));
    }

    [Test]
    public async Task Waiting_for_the_end_of_a_write_is_bounded_and_can_be_cancelled()
    {
        using var request = Request(pooled: false);
        var time = new ManualTime();
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        var waiting = injection.HasEndedAsync(time, CancellationToken.None).AsTask();
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await waiting, Is.False);

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThatAsync(async () => await injection.HasEndedAsync(time, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_write_that_fails_has_ended_too()
    {
        using var request = Request(pooled: false);
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        await Assert.ThatAsync(() => request.Content!.CopyToAsync(new MemoryStream([], writable: false)), Throws.Exception);
        Assert.That(injection.Payload!.SerializationEnded);
    }

    [Test]
    public async Task Injecting_once_more_is_no_write([Values] bool pooled)
    {
        using var request = Request(pooled);
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        Assert.That(injection.Payload!.SerializationEnded, Is.False);
    }

    // Over HTTP/2 the answer comes, and the request is restored, while the body is still going out.
    [Test]
    public async Task Memory_is_not_given_back_while_a_write_is_under_way()
    {
        using var request = Request(pooled: true);
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        using var slow = new Gate();
        var writing = injection.Payload!.CopyToAsync(slow);
        injection.Restore();
        injection.Restore();

        // Whoever rents now must not get the memory that is being written.
        for (var i = 0; i < 50; i++)
        {
            using var other = Request(pooled: true);
            other.Content = JsonContent.Create(new { b = new string('y', Filler.Length) });
            (await Injector.InjectAsync(Credential, other, Sent.Rules, CancellationToken.None)).Restore();
        }

        slow.Open();
        await writing;
        Assert.That(Encoding.UTF8.GetString(slow.ToArray()), Is.EqualTo(Expected));
    }

    [Test]
    public async Task After_it_was_given_back_a_body_from_the_pool_is_never_written()
    {
        using var request = Request(pooled: true);
        var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
        injection.Restore();
        await Assert.ThatAsync(() => injection.Payload!.CopyToAsync(new MemoryStream()), Throws.InstanceOf<HttpRequestException>().Or.InstanceOf<ObjectDisposedException>());
    }

    [TestCase(1_000)]
    [TestCase(100_000)]
    [TestCase(3_000_000)]
    public async Task A_body_in_memory_costs_the_same_few_bytes_whatever_its_size(int size)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"a":"{{new string('x', size)}}"}""");
        using var request = Sent.Post(body, "application/json");
        _ = request.Headers.TransferEncodingChunked;
        await RunAsync(20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await RunAsync(100);

        // Code that is not optimised makes objects of its state machines: the bound for what is shipped is the benchmarks'.
        Assert.That((GC.GetAllocatedBytesForCurrentThread() - before) / 100, Is.LessThanOrEqualTo(1_000));

        async Task RunAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var injection = await Injector.InjectAsync(Credential, request, Sent.Rules, CancellationToken.None);
                await request.Content!.CopyToAsync(Stream.Null);
                injection.Restore();
            }
        }
    }

    private static string Filler => new('x', 3_000);

    private static string Expected => $$"""{"k":"v","a":"{{Filler}}"}""";

    private static HttpRequestMessage Request(bool pooled) => new(HttpMethod.Post, "https://api.example.com/")
    {
        Content = pooled ? JsonContent.Create(new { a = Filler }) : new StringContent($$"""{"a":"{{Filler}}"}""", Encoding.UTF8, "application/json"),
    };

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
