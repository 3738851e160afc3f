using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 8628, section 3.3: whoever comes with a code is the signed-in user, who consents without being asked, or denies.</summary>
internal sealed class DeviceVerificationEndpoint(ServerState state) : IEndpoint
{
    public LocalResponse Answer(LocalRequest request)
    {
        if (request.Query["user_code"] is not { Length: > 0 } code)
        {
            return Page(HttpStatusCode.BadRequest, "Add ?user_code= and the code that your device shows.");
        }

        if (state.Devices.FindByUserCode(code) is not { } device || !device.IsPending(state.Now))
        {
            return Page(HttpStatusCode.NotFound, "The code is unknown, expired or used.");
        }

        if (state.Accounts.Denies)
        {
            device.Deny();
            return Page(HttpStatusCode.OK, "Refused. You can close this page.");
        }

        device.Approve(state.Accounts.SignedIn);
        return Page(HttpStatusCode.OK, "Authorized. You can close this page.");
    }

    private static LocalResponse Page(HttpStatusCode status, string text) => LocalResponse.Text(status, text).With("Content-Type", "text/plain; charset=utf-8");
}
