namespace AuthProfiles.Tests.Infrastructure;

/// <summary>A renewable profile that counts its acquisitions and numbers its tokens.</summary>
internal sealed class CountingProfile : IAuthorizationProfile
{
    private readonly Func<int, CredentialRequest, CancellationToken, ValueTask<Credential>> _acquire;
    private int _count;

    public CountingProfile(Func<int, CredentialRequest, CancellationToken, ValueTask<Credential>>? acquire = null, string baseUrl = "https://api.example/", bool refusesUsers = false, params AdditionalField[] fields)
    {
        _acquire = acquire ?? ((number, request, _) => new(Credential.Bearer($"token-{number}", request.Clock.GetUtcNow().AddHours(1))));
        var options = new DelegateOptions { BaseUrl = baseUrl, AllowAnyTenant = true };
        Definition = new("counted", options, new() { AuthorizationType = "Counting", Renewable = true, RefusesUsers = refusesUsers, Fields = [.. fields] });
        Definition.Validate();
    }

    public int Count => Volatile.Read(ref _count);

    public ProfileDefinition Definition { get; }

    public async ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        new(await _acquire(Interlocked.Increment(ref _count), request, cancellationToken));
}
