using System.Globalization;
using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>The consent of a device code profile.</summary>
internal sealed class DeviceCodeFlow : DeviceFlow, IGrantRevocation
{
    private const string GrantType = "urn:ietf:params:oauth:grant-type:device_code";

    // RFC 8628, section 3.5.
    private static readonly TimeSpan SlowDown = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);

    private readonly GrantEndpoint _grants;
    private readonly ConsentAnswers _answers;
    private readonly TokenEndpoint _wire;
    private readonly UrlTemplate? _deviceUrl;

    public DeviceCodeFlow(DeviceCodeOptions options, ProfileDefinition definition, GrantEndpoint grants)
    {
        _grants = grants;
        _answers = new(grants);
        _wire = TokenWires.Of(options, DeviceAnswer.Format);
        _deviceUrl = OAuthEndpoints.Parse(
            definition, nameof(options.DeviceAuthorizationUrl), options.DeviceAuthorizationUrl ?? grants.Provider.DeviceAuthorizationUrl ?? (grants.Endpoints.HasIssuer ? null : string.Empty));
    }

    internal override string? AccountLabel => _grants.Provider.AccountLabel;

    internal override string? Scope => _answers.Scope;

    public override async Task<DeviceAuthorization> StartAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        var asked = _grants.CreateRequest(request);
        var address = await _grants.Endpoints.FindAsync(request, _deviceUrl, static metadata => metadata.DeviceAuthorizationEndpoint, "device authorization endpoint", cancellationToken).ConfigureAwait(false);
        foreach (var (name, value) in _grants.ConsentParameters)
        {
            asked.Add(name, value);
        }

        // Nothing is lost by asking twice: a code that nobody types expires.
        var reading = await _wire.SendAsync(request.TokenClient, request.Clock, address, asked, safeToRepeat: true, cancellationToken).ConfigureAwait(false);
        return reading.Succeeded
            ? DeviceAnswer.Read(reading.Answer, request.Clock.GetUtcNow()) ?? throw request.Failure(AuthorizationErrorKind.MalformedResponse, "the device authorization endpoint's answer has no user code or no address to go to. Check its address")
            : throw _grants.ToException(request, Told(reading.Failure));
    }

    public override async Task<ConsentedGrant> CompleteAsync(CredentialRequest request, DeviceAuthorization device, CancellationToken cancellationToken)
    {
        var interval = device.Interval;
        while (request.Clock.GetUtcNow() + interval < device.ExpiresAt)
        {
            await Task.Delay(interval, request.Clock, cancellationToken).ConfigureAwait(false);
            try
            {
                return await PollAsync(request, device, cancellationToken).ConfigureAwait(false);
            }
            catch (AuthorizationException error) when (NextInterval(interval, error) is { } next)
            {
                interval = next;
            }
        }

        throw request.AuthorizationRequired("nobody has entered the code in time: begin again");
    }

    ValueTask<bool> IGrantRevocation.RevokeAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        new(_grants.RevokeAsync(request, request.Connection.Grant!, cancellationToken));

    internal override async Task CheckAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        var device = await StartAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await PollAsync(request, device, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthorizationException error) when (error.ErrorCode is "authorization_pending" or "slow_down")
        {
            // So it must be: the client is known, and nobody has typed the code.
            return;
        }

        throw request.Failure(AuthorizationErrorKind.MalformedResponse, "the token endpoint gave a token for a code that nobody has entered: check the token URL");
    }

    // Null ends the polling: of all answers two say "not yet", and none at all may be the network's fault.
    private static TimeSpan? NextInterval(TimeSpan interval, AuthorizationException error) => error switch
    {
        { ErrorCode: "authorization_pending" } => interval,
        { ErrorCode: "slow_down" } => interval + SlowDown,
        { IsTransient: true } or { Kind: AuthorizationErrorKind.InDoubt } => Shorter(interval * 2, LongestInterval) is { } longer && longer > interval ? longer : interval,
        _ => null,
    };

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TokenFailure Told(TokenFailure failure)
    {
        if (failure.StatusCode is not { } status)
        {
            return failure;
        }

        var told = failure is { Kind: AuthorizationErrorKind.MalformedResponse, ErrorCode: null } ? "with neither a device code nor an error code. Check its address" : failure.ErrorCode;
        return failure with { Reason = string.Create(CultureInfo.InvariantCulture, $"the device authorization endpoint answered {status} {told}").TrimEnd() };
    }

    private async Task<ConsentedGrant> PollAsync(CredentialRequest request, DeviceAuthorization device, CancellationToken cancellationToken)
    {
        try
        {
            var asked = new GrantRequest(GrantType) { Parameters = [new("device_code", device.DeviceCode.Reveal())], IsPoll = true, IsOfOwner = true };
            return await _answers.RedeemAsync(request, asked, _grants.Endpoints.TokenIssuer(request), nonce: null, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthorizationException error) when (error.ErrorCode is "expired_token")
        {
            throw request.AuthorizationRequired("the code has expired: begin again", error.ErrorCode, error.StatusCode);
        }
        catch (AuthorizationException error) when (error.ErrorCode is "access_denied")
        {
            throw request.AuthorizationRequired("its owner has refused", error.ErrorCode, error.StatusCode);
        }
    }
}
