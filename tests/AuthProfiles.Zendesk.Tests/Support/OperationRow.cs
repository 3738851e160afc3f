namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>One operation: what it is answered with, and what it has to send, to the byte.</summary>
internal sealed record OperationRow(string Name, Func<ZendeskClient, Task> Call, string Answer, string Method, string Path, string? Body = null)
{
    public async Task CheckAsync()
    {
        using var service = StubService.Json(Answer);

        await Call(service.Client());

        Assert.That((service.Only.Method, service.Only.Path, service.Only.Body), Is.EqualTo((Method, Path, Body)));
        Assert.That(service.Only.Headers["Accept"], Is.EqualTo("application/json"));
    }

    public override string ToString() => Name;
}
