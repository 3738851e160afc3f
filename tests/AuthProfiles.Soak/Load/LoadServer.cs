using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Soak.Load;

/// <summary>The service (<c>/use/{key}</c>), the token endpoint (<c>/token</c>) and, on a port of its own, the origin that redirects lead to and where nothing may come.</summary>
internal sealed class LoadServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TokenAnswers _tokens;
    private readonly ServiceAnswers _service;
    private readonly LoadBook _book;
    private Uri _elsewhere = null!;

    private LoadServer(TokenAnswers tokens, ServiceAnswers service, LoadBook book)
    {
        (_tokens, _service, _book) = (tokens, service, book);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options =>
        {
            options.Listen(IPAddress.Loopback, port: 0);
            options.Listen(IPAddress.Loopback, port: 0);
        });
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<LoadServer> StartAsync(TokenAnswers tokens, ServiceAnswers service, LoadBook book)
    {
        var server = new LoadServer(tokens, service, book);
        await server._application.StartAsync();
        var addresses = server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        (server.Address, server._elsewhere) = (new(addresses.First()), new(addresses.Last()));
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _application.StopAsync(atOnce.Token);
        await _application.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Connection.LocalPort == _elsewhere.Port)
        {
            _book.AddElsewhere();
            return Answers.StatusAsync(context, StatusCodes.Status204NoContent);
        }

        return context.Request.Path.Value!.Split('/') switch
        {
            ["", "use", var key] => _service.AnswerAsync(context, key, _elsewhere),
            ["", "token"] => _tokens.AnswerAsync(context, _elsewhere),
            _ => Answers.StatusAsync(context, StatusCodes.Status404NotFound),
        };
    }
}
