using AuthProfiles.AspNetCore;
using AuthProfiles.AspNetCore.Endpoints;
using AuthProfiles.AspNetCore.Pages;
using AuthProfiles.AspNetCore.SignedIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles;

/// <summary>Registers what users need to connect their own accounts.</summary>
public static class WebBuilderExtensions
{
    /// <summary>Registers what <c>MapAuthProfiles</c> and <c>UseAuthProfiles</c> need. <c>ForSignedInUser</c> does it too.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static AuthProfilesBuilder AddSignedInUsers(this AuthProfilesBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddAntiforgery();
        builder.Services.TryAddSingleton<ISignedInUser, ClaimedUser>();
        builder.Services.TryAddSingleton<SignedInConnection>();
        builder.Services.TryAddSingleton<IConnectionsPage, ConnectionsPage>();
        builder.Services.TryAddSingleton<ConnectionAddresses>();
        builder.Services.TryAddSingleton<FailureText>();
        builder.Services.TryAddSingleton<PageWriter>();
        builder.Services.TryAddSingleton<CallerGate>();
        builder.Services.TryAddSingleton<ConnectionEndpoints>();
        return builder;
    }
}
