using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 8628, section 3.4: the device asks until its user has decided, and no faster than it was told.</summary>
internal sealed class DeviceCodeGrant : IGrant
{
    public LocalResponse Answer(TokenCall call)
    {
        if (call.Parameters["device_code"] is not { } text)
        {
            return TokenError.InvalidRequest("device_code is missing.");
        }

        if (call.State.Devices.Find(text) is not { } device || device.IsUsed || !string.Equals(device.Access.ClientId, call.Client.Id, StringComparison.Ordinal))
        {
            return TokenError.InvalidGrant("The device code is unknown here, was used before or was issued to another client.");
        }

        var now = call.State.Now;
        if (now >= device.ExpiresAt)
        {
            return TokenError.Refused("expired_token", "The device code has expired: begin again.");
        }

        if (!device.MayPoll(now))
        {
            return TokenError.Refused("slow_down", "The device asked again too early: the interval is five seconds longer from now on.");
        }

        switch (device.Decision)
        {
            case DeviceDecision.Approved:
                device.IsUsed = true;
                return TokenAnswer.Write(call, device.Access, isRenewable: call.Dialect.Refreshes(device.Access.Scopes));
            case DeviceDecision.Denied:
                return TokenError.Refused("access_denied", "The user has refused.");
            default:
                return TokenError.Refused("authorization_pending", "The user has not decided yet.");
        }
    }
}
