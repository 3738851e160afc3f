using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AuthProfiles.Samples;

/// <summary>One service on one port of 127.0.0.1. It logs nothing.</summary>
public sealed class Listener : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Listener(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    /// <summary>Gets where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="answer">What answers, such as <see cref="AuthProfiles.Testing.LocalService.AnswerAsync"/>. It is called for many requests at once.</param>
    /// <param name="port">The port, or 0 for any that is free.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The listener, which listens.</returns>
    /// <exception cref="IOException">Somebody else listens there.</exception>
    public static async Task<Listener> StartAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer, int port, CancellationToken cancellationToken)
    {
        // An empty builder: no configuration, no logging, nothing of the machine it runs on.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, port);
        });
        var application = builder.Build();
        application.Run(context => MessageBridge.AnswerAsync(context, answer));
        try
        {
            await application.StartAsync(cancellationToken);
            var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            return new Listener(application, new Uri(addresses.Single()));
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops listening.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        // Requests in flight are the caller's to end first: what is still open now is cut.
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _application.StopAsync(atOnce.Token);
        await _application.DisposeAsync();
    }
}
