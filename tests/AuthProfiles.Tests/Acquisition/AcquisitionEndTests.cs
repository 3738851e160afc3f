using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>How acquisitions end that bring no credential, and what disposal ends and waits for.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AcquisitionEndTests
{
    private static readonly ConnectionName Mia = ConnectionName.Create("kept", "acme", "mia");
    private static readonly ConnectionKey Key = new("kept", "acme", "mia");
    private static readonly ProfileTraits Renewable = new() { AuthorizationType = "Orders", Renewable = true };
    private static readonly ProfileTraits AtOnce = Renewable with { AnswersAtOnce = true };

    private readonly ManualClock _clock = new();
    private readonly WatchedStore _store = new();
    private readonly RotatingProvider _provider;

    public AcquisitionEndTests() => _provider = new(_clock);

    [Test]
    public async Task A_profiles_own_exception_is_told_by_its_type()
    {
        using var source = SourceOf(Failing(Renewable, static () => throw new FormatException("canary")));

        await RefusedAsync(source, AuthorizationErrorKind.Configuration, isTransient: false, "orders: the profile failed with FormatException.");
    }

    [Test]
    public async Task A_profile_that_says_it_answers_at_once_and_does_not_is_told_so()
    {
        using var source = SourceOf(Failing(AtOnce, static () => new(new TaskCompletionSource<Acquired>().Task)));

        await RefusedAsync(source, AuthorizationErrorKind.Configuration, isTransient: false, "orders: the profile says that it answers at once and does not.");
    }

    [Test]
    [Category("I10")]
    public async Task An_acquisition_that_never_ends_says_how_long_it_was_waited_for()
    {
        var profile = Hanging(Renewable);
        using var source = SourceOf(profile);
        var waiting = source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask();
        await Eventually.HoldsAsync(() => profile.Count == 1);

        _clock.Advance(TimeSpan.FromSeconds(60));

        var error = await Assert.CatchAsync<AuthorizationException>(() => waiting);
        Assert.That((error!.Kind, error.IsTransient, error.Message), Is.EqualTo((AuthorizationErrorKind.Transient, true, "orders: no credential came within 60 seconds.")));
    }

    [Test]
    public async Task An_acquisition_that_disposal_ended_says_so([Values] bool isBegun)
    {
        var profile = isBegun ? Hanging(Renewable) : new TraitProfile(Renewable);
        var source = SourceOf(profile);
        var waiting = isBegun ? source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask() : null;
        await Eventually.HoldsAsync(() => profile.Count == (isBegun ? 1 : 0));

        source.Dispose();

        var error = await Assert.CatchAsync<AuthorizationException>(() => waiting ?? source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask());
        Assert.That((error!.Kind, error.IsTransient, error.Message), Is.EqualTo((AuthorizationErrorKind.Cancelled, false, "orders: the acquisition was ended because the services were disposed.")));
        Assert.That(profile.Count, Is.EqualTo(isBegun ? 1 : 0));
    }

    [Test]
    [Category("I8")]
    public async Task Disposal_ends_no_acquisition_whose_grant_is_kept()
    {
        await ConnectAsync();
        var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        var halt = new Halt();
        _store.BeforeLease = halt.HoldAsync;
        var waiting = source.AcquireAsync(Mia, CancellationToken.None).AsTask();
        await halt.Reached;

        source.Dispose();
        halt.Release();

        Assert.That((await waiting).Credential.Fields[0].Value.Reveal(), Is.EqualTo("Bearer access-2"));
        Assert.That((await _store.Inner.ReadAsync(Key))!.Connection.Grant!.AccessToken.Reveal(), Is.EqualTo("access-2"));
    }

    [Test]
    public async Task Disposal_waits_for_no_acquisition_whose_grant_is_not_kept()
    {
        var profile = Hanging(Renewable);
        var source = SourceOf(profile);
        var waiting = source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask();
        await Eventually.HoldsAsync(() => profile.Count == 1);

        var disposing = source.DisposeAsync().AsTask();

        Assert.That(disposing.IsCompleted, Is.True);
        Assert.That(async () => await waiting, Throws.TypeOf<AuthorizationException>());
    }

    [Test]
    [Category("I8")]
    public async Task Disposal_waits_for_the_one_grant_that_is_on_its_way_beside_others_that_have_arrived()
    {
        await ConnectAsync();
        await _store.TryWriteAsync(new() { Key = new("kept", null, "ben"), Grant = _provider.Issue() with { ExpiresAt = _clock.GetUtcNow().AddDays(1) } }, 0);
        await _store.Inner.TryWriteAsync(new() { Key = Key, Grant = _provider.Issue() }, 1);
        var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        await source.AcquireAsync(new(null, "ben"), CancellationToken.None);
        var halt = new Halt();
        _provider.During = halt.HoldAsync;
        var waiting = source.AcquireAsync(Mia, CancellationToken.None).AsTask();
        await halt.Reached;

        var disposing = source.DisposeAsync().AsTask();
        Assert.That(disposing.IsCompleted, Is.False);
        halt.Release();
        await disposing;
        await waiting;
    }

    [Test]
    public async Task A_caller_that_has_given_up_begins_nothing()
    {
        var profile = new TraitProfile(Renewable);
        using var source = SourceOf(profile);

        await Assert.CatchAsync<OperationCanceledException>(async () => await source.AcquireAsync(ConnectionName.Own, new CancellationToken(canceled: true)));

        Assert.That(profile.Count, Is.Zero);
    }

    [Test]
    public async Task A_caller_whose_context_does_not_flow_is_served_as_any_other()
    {
        using var source = SourceOf(new TraitProfile(Renewable));
        Task<HeldCredential> acquiring;
        using (ExecutionContext.SuppressFlow())
        {
            acquiring = source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask();
            Assert.That(ExecutionContext.IsFlowSuppressed(), Is.True, "it is the caller's to let it flow again");
        }

        Assert.That((await acquiring).Credential, Is.Not.Null);
        Assert.That(ExecutionContext.IsFlowSuppressed(), Is.False);
    }

    [Test]
    public async Task What_can_not_be_renewed_is_not_asked_for_again()
    {
        var profile = new TraitProfile(new() { AuthorizationType = "Orders" });
        using var source = SourceOf(profile);
        var refused = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);

        Assert.That(await source.RenewAsync(ConnectionName.Own, refused, CancellationToken.None), Is.Null);
        Assert.That(profile.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_synchronous_send_has_what_is_warm_or_made_at_once_and_waits_for_nothing_else()
    {
        var (asked, atOnce) = (new TraitProfile(Renewable), new TraitProfile(AtOnce));
        using var waited = SourceOf(asked);
        using var made = SourceOf(atOnce);

        Assert.That(waited.AcquireAtOnce(ConnectionName.Own), Is.Null);
        Assert.That(asked.Count, Is.Zero);
        var held = await waited.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        Assert.That(waited.AcquireAtOnce(ConnectionName.Own), Is.SameAs(held));
        var first = made.AcquireAtOnce(ConnectionName.Own);
        Assert.That(made.AcquireAtOnce(ConnectionName.Own), Is.Not.Null.And.SameAs(first));
        Assert.That(atOnce.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_connection_that_was_just_read_is_not_read_again_for_an_answer_at_once()
    {
        await _store.TryWriteAsync(new() { Key = new("orders", null, "mia") }, 0);
        using var source = SourceOf(new TraitProfile(AtOnce));
        var name = new ConnectionName(null, "mia");

        await source.GetTargetAsync(name, CancellationToken.None);
        await source.AcquireAsync(name, CancellationToken.None);

        Assert.That(_store.Reads, Is.EqualTo(1));
    }

    [Test]
    public async Task A_connection_that_was_found_is_not_worked_out_again([Values] bool keepsGrant)
    {
        using var source = SourceOf(new TraitProfile(Renewable with { KeepsGrant = keepsGrant }));
        if (!keepsGrant)
        {
            await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        }

        Assert.That(source.TryGetTarget(ConnectionName.Own, out var first), Is.True);
        Assert.That(source.TryGetTarget(ConnectionName.Own, out var second), Is.True);
        Assert.That(second, Is.SameAs(first));
    }

    [Test]
    public void A_connection_that_is_in_neither_settings_nor_code_is_not_found_at_once()
    {
        using var source = SourceOf(new TraitProfile(Renewable));

        Assert.That(source.TryGetTarget(new("acme", null), out var target), Is.False);
        Assert.That(target, Is.Null);
    }

    [Test]
    public async Task A_renewal_is_called_so_and_is_given_the_grant_before([Values] bool isAtOnce)
    {
        var seen = new List<(bool, string?)>();
        using var source = SourceOf(new TraitProfile(isAtOnce ? AtOnce : Renewable, static _ => { }, (request, _) =>
        {
            seen.Add((request.IsRenewal, request.Connection.Grant?.AccessToken.Reveal()));
            var grant = new Grant { AccessToken = $"access-{seen.Count}", ObtainedAt = _clock.GetUtcNow() };
            return new(new Acquired(Credential.Bearer(grant.AccessToken.Reveal(), _clock.GetUtcNow().AddHours(1)), isAtOnce ? null : grant));
        }));

        var first = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        await source.RenewAsync(ConnectionName.Own, first, CancellationToken.None);

        Assert.That(seen, Is.EqualTo(new[] { (false, null), (true, isAtOnce ? null : "access-1") }));
    }

    [Test]
    public async Task A_late_refusal_is_not_answered_by_a_credential_that_has_ended_itself()
    {
        var profile = new CountingProfile();
        using var source = SourceOf(profile);
        var first = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(2));
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(2));

        Assert.That(await source.RenewAsync(ConnectionName.Own, first, CancellationToken.None), Is.Null);
        Assert.That(profile.Count, Is.EqualTo(2));
    }

    private static TraitProfile Failing(ProfileTraits traits, Func<ValueTask<Acquired>> answer) => new(traits, static _ => { }, (_, _) => answer());

    private static TraitProfile Hanging(ProfileTraits traits) => new(traits, static _ => { }, static async (request, token) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, request.Clock, token);
        return new(Credential.Bearer("never"));
    });

    private static async Task RefusedAsync(CredentialSource source, AuthorizationErrorKind kind, bool isTransient, string message)
    {
        var error = await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));

        Assert.That((error!.Kind, error.IsTransient, error.Message), Is.EqualTo((kind, isTransient, message)));
    }

    private async Task ConnectAsync() => await _store.TryWriteAsync(new() { Key = Key, Grant = _provider.Issue() }, 0);

    private CredentialSource SourceOf(IAuthorizationProfile profile) => new(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, _store));
}
