using AuthProfiles.Zendesk.Tests.Support;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

/// <summary>Addresses put together, and what they refuse.</summary>
[TestFixture]
public sealed class ApiPathTests
{
    private const string Id = "An id of Zendesk is a positive number.";
    private const string Many = "Give 1 to 100 ids. (Parameter 'ids')";
    private const string Keys = "Give 1 to 100 ids, none empty and none with a comma. (Parameter 'keys')";

    private static readonly ApiPath Root = ApiPath.Of("x");

    [Test]
    public void Parts_and_parameters_are_put_together_and_escaped()
    {
        Assert.That(Root.Then("y").Then(1).ThenKey("a/b?c").ToString(), Is.EqualTo("api/v2/x/y/1/a%2Fb%3Fc"));
        Assert.That(Root.With("a b", "c&d").With("n", -1).With("t", true).With("f", false).ToString(), Is.EqualTo("api/v2/x?a%20b=c%26d&n=-1&t=true&f=false"));
        Assert.That(Root.With("a", (string?)null).With("b", (bool?)null).WithId("c", null).ToString(), Is.EqualTo("api/v2/x"));
        Assert.That(Root.WithId("c", 7).WithIds([1, 2]).WithKeys("k", ["a", "b"]).ToString(), Is.EqualTo("api/v2/x?c=7&ids=1%2C2&k=a%2Cb"));
        Assert.That(Root.WithIds([.. Enumerable.Range(1, 100).Select(static id => (long)id)]).ToString(), Does.EndWith("%2C100"));
        Assert.That(Root.WithKeys("k", [.. Enumerable.Repeat("a", 100)]).ToString(), Does.EndWith("%2Ca"));
        Assert.That(Root.ThenKey("...").ToString(), Is.EqualTo("api/v2/x/..."));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void What_is_no_id_is_refused(long id)
    {
        Assert.That(() => Root.Then(id), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith(Id).And.Property("ParamName").EqualTo("id"));
        Assert.That(() => Root.WithId("c", id), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith(Id));
        Assert.That(() => Root.WithIds([1, id]), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith(Id).And.Property("ParamName").EqualTo("ids"));
    }

    [TestCase(".")]
    [TestCase("..")]
    public void A_key_that_would_lead_elsewhere_is_refused(string key) =>
        Assert.That(() => Root.ThenKey(key), Throws.ArgumentException.With.Message.EqualTo("An id is no dot. (Parameter 'key')"));

    [Test]
    public void None_and_too_many_are_refused()
    {
        Assert.That(() => Root.WithIds([]), Throws.ArgumentException.With.Message.EqualTo(Many));
        Assert.That(() => Root.WithIds([.. Enumerable.Range(1, 101).Select(static id => (long)id)]), Throws.ArgumentException.With.Message.EqualTo(Many));
        string[][] refused = [[], ["a", " "], [""], ["a,b"], [.. Enumerable.Repeat("a", 101)]];
        foreach (var keys in refused)
        {
            Assert.That(() => Root.WithKeys("k", keys), Throws.ArgumentException.With.Message.EqualTo(Keys));
        }
    }

    [Test]
    public async Task Any_number_of_ids_is_asked_for_a_hundred_at_a_time_and_none_twice()
    {
        using var service = new StubService(request => StubService.JsonAnswer($$"""{"users":[{"id":{{request.Path.Length}},"name":"U"}]}"""));
        using var http = new HttpClient(service, disposeHandler: false) { BaseAddress = new("https://acme.zendesk.com/mounted/") };
        var many = new ManyById<object>(new(new(http, TimeSpan.FromSeconds(30), TimeProvider.System, WithoutCredential: null)), Root, Answer.ListOf<object>("users", static (ref json) => RawReader.Bytes(ref json)));

        var byId = await many.GetAsync([.. Enumerable.Range(1, 150).Select(static id => (long)id), 1, 2], CancellationToken.None);
        var byKey = await many.GetByExternalIdAsync(["a", "A", "b"], CancellationToken.None);
        var none = await many.GetAsync([], CancellationToken.None);

        Assert.That((byId.Count, byKey.Count, none.Count), Is.EqualTo((2, 1, 0)));
        Assert.That(service.Requests.Select(static request => request.Path.Split("%2C").Length), Is.EqualTo(new[] { 100, 50, 2 }));
        Assert.That(service.Requests[2].Path, Is.EqualTo("api/v2/x?external_ids=a%2Cb"));
        await Assert.ThatAsync(() => many.GetAsync([.. Enumerable.Range(1, 100).Select(static id => (long)id), 0], CancellationToken.None), Throws.InstanceOf<ArgumentException>());
        Assert.That(service.Requests, Has.Count.EqualTo(3), "nothing is sent where one of them is none");
    }
}
