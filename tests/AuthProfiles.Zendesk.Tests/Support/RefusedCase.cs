namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>A call that Zendesk would refuse or misread, and that is not sent.</summary>
internal sealed record RefusedCase(string Name, Func<ZendeskClient, Task> Call)
{
    public void Check()
    {
        using var service = StubService.Json("{}");

        Assert.That(() => Call(service.Client()), Throws.InstanceOf<ArgumentException>());
        Assert.That(service.Requests, Is.Empty);
    }

    public override string ToString() => Name;
}
