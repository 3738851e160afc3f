using AuthProfiles.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace AuthProfiles.DependencyInjection;

/// <summary>Gives a client the primary handler of another client of the application, where its profile names one.</summary>
/// <remarks>
/// It acts after what all clients are given and before what the client itself is given: a primary handler of its own stays.
/// The handler is made anew by the other client's delegate, so the factory may dispose it with this client's chain.
/// </remarks>
internal sealed class BorrowedPrimary(IServiceProvider services, ProfileDeclarations declarations)
{
    /// <summary>A client that nobody configures: it has what all clients have.</summary>
    private const string Nobody = "AuthProfiles.NobodysClient";

    private static readonly TimeSpan DefaultLifetime = new HttpClientFactoryOptions().HandlerLifetime;

    // Late, because making options needs the declarations that this comes with.
    private IOptionsMonitor<HttpClientFactoryOptions> Options => services.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>();

    /// <summary>Prepares the options of a client that may have to borrow.</summary>
    public void PutInto(string client, HttpClientFactoryOptions options)
    {
        if (declarations.Clients.ContainsKey(client) || OwnClient.PrimaryOf(client) is not null)
        {
            options.HttpMessageHandlerBuilderActions.Insert(CountShared(options), Lend);
        }
    }

    /// <summary>Refuses a profile that names a client without a primary handler.</summary>
    /// <exception cref="AuthorizationException">It does.</exception>
    public void Check(ProfileDefinition profile)
    {
        if (profile.PrimaryHandler is { } name && OwnOf(Options.Get(name)).All(IsOurs))
        {
            var shown = Printable.Escape(name);
            var known = services.GetServices<IConfigureOptions<HttpClientFactoryOptions>>()
                .OfType<ConfigureNamedOptions<HttpClientFactoryOptions>>()
                .Select(static named => named.Name)
                .OfType<string>()
                .Where(known => known != name && !OwnClient.Is(known));
            throw new AuthorizationException(
                profile.Name,
                [profile.Section.Wrong(nameof(ProfileOptions.PrimaryHandler), $"the name of a client that has a primary handler, or give '{shown}' one: AddHttpClient(\"{shown}\").ConfigurePrimaryHttpMessageHandler(…)").And(Suggestion.For(name, known))]);
        }
    }

    private bool IsOurs(Action<HttpMessageHandlerBuilder> action) => action == Lend;

    private void Lend(HttpMessageHandlerBuilder builder)
    {
        if (PrimaryOf(builder.Name!) is not { } name || name == builder.Name)
        {
            return;
        }

        var lender = Options.Get(name);
        var scratch = builder.Services.GetRequiredService<HttpMessageHandlerBuilder>();
        scratch.Name = name;
        foreach (var action in lender.HttpMessageHandlerBuilderActions)
        {
            // What the lender would borrow itself is not passed on: two that name each other would never end.
            if (!IsOurs(action))
            {
                action(scratch);
            }
        }

        builder.PrimaryHandler = scratch.PrimaryHandler;
        KeepAsLongAs(lender, builder.Name!);
    }

    // A lender that keeps one handler for good never has it disposed; the factory asks for the lifetime when the chain is made.
    private void KeepAsLongAs(HttpClientFactoryOptions lender, string client)
    {
        var options = Options.Get(client);
        if (options.HandlerLifetime == DefaultLifetime)
        {
            options.HandlerLifetime = lender.HandlerLifetime;
        }
    }

    private string? PrimaryOf(string client) =>
        OwnClient.PrimaryOf(client) ?? services.GetRequiredService<ClientTable>().Get(client).Source.Profile.Definition.PrimaryHandler;

    private IEnumerable<Action<HttpMessageHandlerBuilder>> OwnOf(HttpClientFactoryOptions options) =>
        options.HttpMessageHandlerBuilderActions.Skip(CountShared(options));

    /// <summary>Counts the actions that stand first and that every client has.</summary>
    private int CountShared(HttpClientFactoryOptions options) =>
        options.HttpMessageHandlerBuilderActions.Zip(Options.Get(Nobody).HttpMessageHandlerBuilderActions).TakeWhile(static pair => pair.First == pair.Second).Count();
}
