using System.Net.Http.Headers;
using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Injection;

internal sealed class HeaderInjectorTests
{
    private static readonly Credential Bearer = Credential.Bearer("t0k3n");

    [Test]
    public void A_typed_authorization_of_the_caller_is_seen([Values] ConflictRule conflict)
    {
        using var request = Sent.Get("https://api.example.com/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "Y2FsbGVy");
        if (conflict == ConflictRule.Refuse)
        {
            Assert.That(() => Inject(request, Bearer), Throws.TypeOf<AuthorizationException>());
            return;
        }

        var injection = Inject(request, Bearer, conflict);
        Assert.That(request.Headers.GetValues("authorization"), Is.EqualTo(new[] { conflict == ConflictRule.Replace ? "Bearer t0k3n" : "Basic Y2FsbGVy" }));
        injection.Restore();
        Assert.That(request.Headers.Authorization, Is.EqualTo(new AuthenticationHeaderValue("Basic", "Y2FsbGVy")));
    }

    [Test]
    public void A_typed_authorization_that_equals_ours_is_left()
    {
        using var request = Sent.Get("https://api.example.com/");
        var own = new AuthenticationHeaderValue("Bearer", "t0k3n");
        request.Headers.Authorization = own;
        Inject(request, Bearer).Restore();
        Assert.That(request.Headers.Authorization, Is.SameAs(own));
    }

    [Test]
    public void Several_values_of_the_caller_are_replaced_by_one_and_all_come_back()
    {
        using var request = Sent.Get("https://api.example.com/");
        request.Headers.Add("X-Key", ["a", "b"]);
        var injection = Inject(request, new([CredentialField.Header("x-key", "ours")]), ConflictRule.Replace);
        Assert.That(request.Headers.GetValues("X-Key"), Is.EqualTo(new[] { "ours" }));
        injection.Restore();
        Assert.That(request.Headers.GetValues("X-Key"), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void A_line_of_the_caller_that_no_parser_takes_comes_back_as_it_was()
    {
        using var request = Sent.Get("https://api.example.com/");
        HeaderLine.TryWrite(request.Headers, "Authorization", " odd,  ((value");
        var injection = Inject(request, Bearer, ConflictRule.Replace);
        Assert.That(request.Headers.NonValidated["Authorization"].ToString(), Is.EqualTo("Bearer t0k3n"));
        injection.Restore();
        Assert.That(request.Headers.NonValidated["Authorization"].ToString(), Is.EqualTo(" odd,  ((value"));
    }

    [TestCase("")]
    [TestCase(" ")]
    public void An_empty_value_of_the_caller_is_another_value(string value)
    {
        using var request = Sent.Get("https://api.example.com/");
        HeaderLine.TryWrite(request.Headers, "X-Key", value);
        Assert.That(() => Inject(request, new([CredentialField.Header("X-Key", "k")])), Throws.TypeOf<AuthorizationException>());
    }

    // The platform keeps these for contents, and would say nothing but false.
    [TestCase("Expires")]
    [TestCase("Last-Modified")]
    [TestCase("Allow")]
    public void A_header_that_the_platform_does_not_take_is_refused_and_never_silently_missing(string name)
    {
        using var request = Sent.Get("https://api.example.com/");
        Assert.That(
            () => Inject(request, new([CredentialField.Header(name, "k")])),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains(name).And.Property(nameof(AuthorizationException.Kind)).EqualTo(AuthorizationErrorKind.InjectionRefused));
        Assert.That(
            () => Inject(request, new([CredentialField.Header("X-Key", "k"), CredentialField.Header(name, "k")])),
            Throws.TypeOf<AuthorizationException>());
        Assert.That(request.Headers, Is.Empty);
    }

    [Test]
    public void Headers_and_their_values_stay_apart_when_there_are_several()
    {
        using var request = Sent.Get("https://api.example.com/");
        var injection = Inject(request, new([CredentialField.Header("X-App", "app"), CredentialField.Header("X-User", "user"), CredentialField.Header("Authorization", "Basic Og==")]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(request.Headers.GetValues("X-App"), Is.EqualTo(new[] { "app" }));
            Assert.That(request.Headers.GetValues("X-User"), Is.EqualTo(new[] { "user" }));
            Assert.That(request.Headers.Authorization!.ToString(), Is.EqualTo("Basic Og=="));
        }

        injection.Restore();
        Assert.That(request.Headers, Is.Empty);
    }

    [Test]
    public void Restoring_takes_the_header_off_also_after_somebody_has_parsed_it()
    {
        using var request = Sent.Get("https://api.example.com/");
        var injection = Inject(request, Bearer);
        Assert.That(request.Headers.Authorization!.Parameter, Is.EqualTo("t0k3n"));
        injection.Restore();
        Assert.That(request.Headers.Contains("Authorization"), Is.False);
    }

    [Test]
    public void One_header_costs_no_object_of_ours()
    {
        var credential = new Credential([CredentialField.Header("X-Key", "k")]);
        var request = Sent.Get("https://api.example.com/");
        request.Headers.Add("X-Warm", "1");
        for (var i = 0; i < 100; i++)
        {
            Injector.Inject(credential, request, Sent.Rules).Restore();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Injector.Inject(credential, request, Sent.Rules).Restore();
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100), "the custom header's descriptor and its entry are the store's own");
    }

    [Test]
    public void A_body_field_is_never_left_out_by_the_call_that_reads_no_body()
    {
        using var request = Sent.Json("{}");
        Assert.That(() => Inject(request, new([CredentialField.Payload("k", "v")])), Throws.InvalidOperationException);
    }

    private static AuthProfiles.Injection.Injection Inject(HttpRequestMessage request, Credential credential, ConflictRule conflict = ConflictRule.Refuse)
    {
        var rules = Sent.Rules with { Conflict = conflict };
        return Injector.Inject(credential, request, rules);
    }
}
