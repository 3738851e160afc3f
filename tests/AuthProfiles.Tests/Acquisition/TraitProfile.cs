namespace AuthProfiles.Tests.Acquisition;

/// <summary>A profile of whatever traits, which answers as told; without a word, by a token of an hour.</summary>
internal sealed class TraitProfile : IAuthorizationProfile
{
    private readonly Func<CredentialRequest, CancellationToken, ValueTask<Acquired>> _answer;
    private int _count;

    public TraitProfile(ProfileTraits traits, Action<DelegateOptions>? configure = null, Func<CredentialRequest, CancellationToken, ValueTask<Acquired>>? answer = null, params ReadOnlySpan<(string Key, SecretValue? Value)> shared)
    {
        _answer = answer ?? (static (request, _) => new(new Acquired(Credential.Bearer("token", request.Clock.GetUtcNow().AddHours(1)))));
        var options = new DelegateOptions { BaseUrl = "https://api.example/" };
        configure?.Invoke(options);
        Definition = new("orders", options, traits, shared);
        Definition.Validate();
    }

    public ProfileDefinition Definition { get; }

    public int Count => Volatile.Read(ref _count);

    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return _answer(request, cancellationToken);
    }
}
