using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Injection;
using AuthProfiles.Profiles;

namespace AuthProfiles.Inspection;

/// <summary>Explains requests of one profile, with what is at hand: settings, code, and a store in memory. Nothing is sent, and no other store is asked.</summary>
internal sealed class Explainer(CredentialSource source, ClientBinding? binding = null)
{
    private const string NotAsked = "the connection store, which is not asked";

    private readonly List<string> _missing = [];

    private ProfileDefinition Definition => source.Profile.Definition;

    /// <param name="request">The request.</param>
    /// <param name="baseAddress">What its address is relative to, or null.</param>
    /// <param name="name">Whose connection it uses.</param>
    public RequestExplanation Explain(HttpRequestMessage request, Uri? baseAddress, ConnectionName name)
    {
        var target = Find(name);
        var held = target is not null && source.TryGetWarm(name, out var warm) ? warm : null;
        var run = new DryRun(source.Profile, source.Clock);
        if (target is not null && held is null)
        {
            Missing(target);
            run = IsAsked(target) ? run.Run(target) : run;
            Note(run.Error);
        }

        var actual = AddressOf(Join(request.RequestUri, baseAddress), target);
        Check(request, actual, target);
        return new()
        {
            Profile = Definition.Name,
            AuthorizationType = Definition.AuthorizationType,
            Tenant = name.Tenant,
            User = name.User,
            Connection = PlaceOf(name, target),
            Method = request.Method.Method,
            Address = actual is null ? null : ShownAddress.Of(actual),
            Origins = target is null ? [] : [.. target.Address.Origins.Select(static origin => origin.ToString())],
            Fields = held is null ? run.Fields : DryRun.PlacesOf(held.Credential),
            IsHeld = held is not null,
            ExpiresAt = held?.Credential.ExpiresAt,
            AcquiredBy = run.Noted,
            Missing = [.. _missing.Distinct(StringComparer.Ordinal)],
        };
    }

    private bool HasStoreAtHand => source.Environment.Store is InMemoryConnectionStore;

    // Without its grant, which is in the store, such a profile would say that its owner has not authorized.
    private bool IsAsked(ConnectionTarget target) => !Definition.Traits.KeepsGrant || target.Stored is not null || HasStoreAtHand;

    private ConnectionTarget? Find(ConnectionName name)
    {
        try
        {
            Definition.RequireServed(name);
            if (HasStoreAtHand)
            {
                var finding = source.GetTargetAsync(name, CancellationToken.None);
#pragma warning disable CA2012 // A store in memory has answered, or else the connection is not known.
                return finding.IsCompleted ? finding.GetAwaiter().GetResult() : null;
#pragma warning restore CA2012
            }

            return source.TryGetTarget(name, out var target) ? target : null;
        }
        catch (AuthorizationException error)
        {
            Note(error);
            return null;
        }
    }

    private string PlaceOf(ConnectionName name, ConnectionTarget? target) => target switch
    {
        { Stored: { } stored } => $"the connection store, version {stored.Version}",
        { IsGiven: true } when name.Tenant is { } tenant && source.Finder.IsInSettings(tenant) => Definition.Section.ForTenant(tenant).ShownPath,
        { IsGiven: true } => name.IsOwn ? Definition.Section.ShownPath : "code",
        not null => $"what {Definition.Section.ShownPath} has for all",
        _ when _missing.Count > 0 => "none",
        _ => NotAsked,
    };

    private void Missing(ConnectionTarget target)
    {
        foreach (var error in source.Finder.FindMissing(target.Values))
        {
            Note(error);
        }
    }

    // As a client joins them.
    private static Uri? Join(Uri? address, Uri? baseAddress) =>
        address is { IsAbsoluteUri: true } ? address
        : baseAddress is null || address is null ? baseAddress : new(baseAddress, address);

    private Uri? AddressOf(Uri? address, ConnectionTarget? target)
    {
        if (address is null || !BelowPlaceholder.Contains(address))
        {
            return address;
        }

        return target?.BaseAddress is { } baseAddress && Definition.Base?.Placeholder is { } placeholder ? BelowPlaceholder.Expand(address, placeholder, baseAddress) : null;
    }

    private void Check(HttpRequestMessage request, Uri? address, ConnectionTarget? target)
    {
        if (target is null || (address is null && target.BaseAddress is null))
        {
            return;
        }

        if (address is null || !Allows(address, target))
        {
            Note(target.OriginRefused(address));
        }
        else if (HostHeader.IsOn(request) && !Allows(HostHeader.AddressOf(request, address), target))
        {
            Note(target.HostRefused(HostHeader.TextOf(request)));
        }
    }

    private bool Allows(Uri? address, ConnectionTarget target) =>
        address is not null && (target.Address.Allows(address) || (binding?.Allows(address) ?? false));

    private void Note(AuthorizationException? error)
    {
        if (error is not null)
        {
            _missing.Add(error.Message);
        }
    }
}
