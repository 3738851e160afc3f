using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Consent;
using AuthProfiles.OAuth;

namespace AuthProfiles.DependencyInjection;

/// <summary>The connections of a container's profiles.</summary>
internal sealed class ConnectionService(ProfileTable profiles, ProbeRoutes routes, IAuthorizationStateStore states, ProfileSurroundings surroundings) : IConnections
{
    private static readonly TimeSpan LongestLogIn = TimeSpan.FromMinutes(10);

    private readonly GuardedStateStore _states = new(states);
    private readonly CallbackDesk _desk = new(new GuardedStateStore(states), surroundings.Environment.Clock);

    public IReadOnlyCollection<string> Profiles { get; } = [.. profiles.Names];

    public async Task<AuthorizationStart> StartAsync(string profile, string? tenant = null, string? user = null, StartOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (source, name) = Locate(profile, tenant, user);
        var begun = await new ConsentStarter(source, _states).StartAsync(name, options ?? new(), cancellationToken).ConfigureAwait(false);
        return new(begun.Address, begun.Pending.ExpiresAt);
    }

    public async Task<CompletedAuthorization> CompleteAsync(Uri callback, string? tenant = null, string? user = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var taken = await _desk.TakeAsync(callback, tenant, user, cancellationToken).ConfigureAwait(false);
        return await Completer(profiles.Get(taken.Kept.Key.Profile)).CompleteAsync(taken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<CompletedAuthorization> LogInAsync(string profile, string? tenant = null, string? user = null, LogInOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TimeLimit, TimeSpan.FromSeconds(1), nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.TimeLimit, LongestLogIn, nameof(options));
        var (source, name) = Locate(profile, tenant, user);
        return source.Profile.Consent switch
        {
            CodeFlow flow => new BrowserLogIn(source, new(source, _states), _desk, Completer(source)).RunAsync(flow, name, options, cancellationToken),
            DeviceFlow flow => new DeviceLogIn(source, Completer(source)).RunAsync(flow, name, options, cancellationToken),
            _ => throw ConsentStarter.NoConsent(source.Profile.Definition, name),
        };
    }

    public async Task<IReadOnlyList<ConnectionForm>> DescribeAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default)
    {
        var (source, name) = Locate(profile, tenant, user);
        var definition = source.Profile.Definition;
        var ways = new ConnectionWays(definition, name);
        ways.RequireServed();
        var draft = await ConnectionDraft.OfAsync(source, new() { Key = new(definition.Name, name) }, cancellationToken).ConfigureAwait(false);
        return ways.Describe(draft.Request, source.Profile.Consent);
    }

    public async Task<Connection> ConnectAsync(string profile, string? tenant = null, string? user = null, IReadOnlyDictionary<string, string>? inputs = null, CancellationToken cancellationToken = default)
    {
        var (source, name) = Locate(profile, tenant, user);
        return await new InputCompleter(source, Completer(source)).ConnectAsync(name, inputs ?? ImmutableDictionary<string, string>.Empty, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ConnectionSummary?> FindAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default)
    {
        var (source, name) = Locate(profile, tenant, user);
        return await new ConnectionEditor(source).FindAsync(name, cancellationToken).ConfigureAwait(false) is { } stored ? new(stored) : null;
    }

    public async IAsyncEnumerable<ConnectionSummary> ListAsync(string profile, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var editor = new ConnectionEditor(Locate(profile, tenant: null, user: null).Source);
        await foreach (var name in editor.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await editor.FindAsync(name, cancellationToken).ConfigureAwait(false) is { } stored)
            {
                yield return new(stored);
            }
        }
    }

    public Task<bool> DisconnectAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default)
    {
        var (source, name) = Locate(profile, tenant, user);
        return new Disconnection(source).RunAsync(name, cancellationToken);
    }

    private ConsentCompleter Completer(CredentialSource source) => new(source, () => routes.For(source.Profile.Definition.Name));

    private (CredentialSource Source, ConnectionName Name) Locate(string profile, string? tenant, string? user)
    {
        ArgumentException.ThrowIfNullOrEmpty(profile);
        return (profiles.Get(profile), ConnectionName.Create(profile, tenant, user));
    }
}
