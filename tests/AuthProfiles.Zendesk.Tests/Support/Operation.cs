namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>What an operation sends, to the byte; the cases of the tests that say so, and their checks.</summary>
internal static class Operation
{
    public static TestCaseData Of(string name, Func<ZendeskClient, Task> call, string answer, string method, string path, string? body = null) =>
        new TestCaseData(call, answer, method, path, body).SetArgDisplayNames(name);

    public static TestCaseData Refused(string name, Func<ZendeskClient, Task> call) => new TestCaseData(call).SetArgDisplayNames(name);

    /// <summary>Checks that the call sends one request, and which.</summary>
    public static async Task AsksAsync(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body)
    {
        using var service = StubService.Json(answer);

        await call(service.Client());

        Assert.That((service.Only.Method, service.Only.Path, service.Only.Body), Is.EqualTo((method, path, body)));
        Assert.That(service.Only.Headers["Accept"], Is.EqualTo("application/json"));
    }

    /// <summary>Checks that the call is refused before anything is sent.</summary>
    public static void IsNotSent(Func<ZendeskClient, Task> call)
    {
        using var service = StubService.Json("{}");

        Assert.That(() => call(service.Client()), Throws.InstanceOf<ArgumentException>());
        Assert.That(service.Requests, Is.Empty);
    }
}
