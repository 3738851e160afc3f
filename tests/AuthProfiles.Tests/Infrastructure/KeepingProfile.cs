using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Infrastructure;

/// <summary>A profile that keeps grants, as the OAuth kinds with refresh tokens do.</summary>
internal sealed class KeepingProfile : IAuthorizationProfile, IGrantRevocation
{
    private readonly RotatingProvider _provider;

    public KeepingProfile(RotatingProvider provider, Action<DelegateOptions>? configure = null, bool takesPassword = false, bool hasOutputs = false, bool renewsAlone = false)
    {
        _provider = provider;
        var options = new DelegateOptions { BaseUrl = "https://api.example/", AllowAnyTenant = true };
        configure?.Invoke(options);
        Definition = new("kept", options, new()
        {
            AuthorizationType = "Keeping",
            Renewable = true,
            KeepsGrant = true,
            RenewsAlone = renewsAlone,
            Fields = takesPassword ? [new("username") { Secret = false }, new("password") { UsedOnce = true }] : [],
            Outputs = hasOutputs ? [new("instance") { Shape = ValueShape.Origin("example.com") }] : [],
        });
        Definition.Validate();
    }

    public ProfileDefinition Definition { get; }

    /// <summary>Gets what is done in the place of an answer, first to last; null entries answer.</summary>
    public Queue<Action<CredentialRequest>?> Faults { get; } = [];

    public List<string> Revoked { get; } = [];

    public List<bool> Renewals { get; } = [];

    public List<string?> Passwords { get; } = [];

    /// <summary>Gets or sets the values that come with each grant.</summary>
    public Dictionary<string, string> Outputs { get; set; } = [];

    public async ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        Renewals.Add(request.IsRenewal);
        if (Faults.TryDequeue(out var fault))
        {
            fault?.Invoke(request);
        }

        var grant = request.Connection.Grant;
        if (grant is null && request.Read("password") is { } password)
        {
            Passwords.Add(password.Reveal());
            return password.Reveal() == "right" ? Answer(request, _provider.Issue()) : throw Required(request);
        }

        if (grant?.ExpiresAt > request.Clock.GetUtcNow() && !request.IsRenewal)
        {
            return new(Answer(request, grant).Credential);
        }

        return grant?.RefreshToken is { } spent && await _provider.RedeemAsync(spent) is { } next ? Answer(request, next) : throw Required(request);
    }

    public ValueTask<bool> RevokeAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        Revoked.Add(request.Connection.Grant!.AccessToken.Reveal());
        return new(true);
    }

    private Acquired Answer(CredentialRequest request, Grant grant)
    {
        var whole = grant.Outputs.IsEmpty ? grant with { Outputs = grant.Outputs.AddRange(Outputs) } : grant;
        return new(request.With(whole).Compose([CredentialField.Header("Authorization", "Bearer " + whole.AccessToken.Reveal())], whole.ExpiresAt), whole);
    }

    private static AuthorizationRequiredException Required(CredentialRequest request) =>
        request.AuthorizationRequired("its owner must authorize again", "invalid_grant");
}
