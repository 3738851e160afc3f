using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 8628, section 3.1.</summary>
internal sealed class DeviceEndpoint(ServerState state) : ClientEndpoint(state)
{
    private readonly ServerState _state = state;

    protected override LocalResponse Answer(LocalRequest request, TokenParameters parameters, CallingClient client)
    {
        var call = new TokenCall(_state, request, parameters, client);
        return call.RefuseAsked() ?? Begin(call);
    }

    private LocalResponse Begin(TokenCall call)
    {
        var access = new GrantedAccess(call.Client.Id, call.Scopes) { Resources = call.Parameters.All("resource") };
        var device = _state.Devices.Add(access, _state.Now, out var deviceCode);
        var verification = new Uri(call.Endpoint, "device").AbsoluteUri;
        return LocalResponse.Json(HttpStatusCode.OK, new JsonObject
        {
            ["device_code"] = deviceCode,
            ["user_code"] = device.UserCode,
            ["verification_uri"] = verification,
            ["verification_uri_complete"] = $"{verification}?user_code={device.UserCode}",
            ["expires_in"] = (long)PendingDevice.Lifetime.TotalSeconds,
            ["interval"] = (long)PendingDevice.Interval.TotalSeconds,
        }).With("Cache-Control", "no-store");
    }
}
