namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>Sends a user to the provider, to come back to the callback endpoint.</summary>
internal sealed class ConsentRedirect(IConnections connections, ConnectionAddresses addresses)
{
    /// <summary>Begins the consent, and returns where the user is to be sent.</summary>
    public async Task<Uri> StartAsync(Caller caller, string profile, ConnectionForm form, IEnumerable<KeyValuePair<string, string>> inputs)
    {
        var options = new StartOptions { Context = caller.ReturnUrl, CallbackLink = form.CallbackLink is null ? addresses.Callback(caller.Context, profile) : null };
        foreach (var (key, value) in inputs)
        {
            options.Inputs[key] = value;
        }

        return (await connections.StartAsync(profile, caller.Tenant, caller.User, options, caller.Aborted).ConfigureAwait(false)).Address;
    }
}
