using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.Uploads;

[TestFixture]
public sealed class SlowUploadTests
{
    [Test]
    public async Task An_upload_may_take_longer_than_another_call()
    {
        var clock = new SteppedClock(DateTimeOffset.UnixEpoch);
        var (asked, answer) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var app = App(clock);
        app.Network.When("*").Respond(async request =>
        {
            await request.Content!.CopyToAsync(Stream.Null);
            asked.SetResult();
            await answer.Task;
            return StubService.JsonAnswer("""{"upload":{"token":"t","attachments":[]}}""");
        });
        using var content = new MemoryStream([1, 2, 3]);

        var upload = app.Zendesk.Uploads.CreateAsync(content, "a.bin", "application/octet-stream");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromMinutes(9));
        answer.SetResult();
        await upload;

        Assert.That(app.Requests, Has.Count.EqualTo(1));
        Assert.That(app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("AuthProfiles.Zendesk:support").Timeout, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [TestCase("image/*")]
    [TestCase("*/*")]
    public void A_media_type_is_one(string type)
    {
        using var service = StubService.Json("{}");
        using var content = new MemoryStream([1]);

        Assert.That(() => service.Client().Uploads.CreateAsync(content, "a.png", type), Throws.ArgumentException);
    }

    private static ZendeskApp App(TimeProvider clock) => new(
        services => services.AddSingleton(clock).AddZendesk("support"),
        ("AuthProfiles:Zendesk:support:Subdomain", "acme"),
        ("AuthProfiles:Zendesk:support:Token", "t"));
}
