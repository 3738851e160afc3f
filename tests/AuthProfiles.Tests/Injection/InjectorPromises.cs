using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Injection;

/// <summary>What every injector promises. A new one joins by its line in <see cref="InjectorCase.All"/>.</summary>
[TestFixtureSource(typeof(InjectorCase), nameof(InjectorCase.All))]
internal sealed class InjectorPromises(InjectorCase injector)
{
    private const string CallersValue = "callers-own-value";

    [Test]
    public async Task A_value_goes_out_exactly_once()
    {
        var request = injector.Request(null);
        await InjectAsync(request);
        Assert.That(await injector.Values(request), Is.EqualTo(new[] { injector.Value }));
    }

    [Test]
    public async Task A_synchronous_send_carries_the_same()
    {
        var request = injector.Request(null);
        Injector.InjectSynchronously(injector.Credential, request, Sent.Rules, CancellationToken.None);
        Assert.That(await injector.Values(request), Is.EqualTo(new[] { injector.Value }));
    }

    [Test]
    public async Task What_goes_out_is_the_same_however_often_it_is_written()
    {
        var request = injector.Request(null);
        await InjectAsync(request);
        await injector.Values(request);
        Assert.That(await injector.Values(request), Is.EqualTo(new[] { injector.Value }));
    }

    [Test]
    public async Task Twice_is_once([Values] ConflictRule conflict)
    {
        var request = injector.Request(null);
        var clean = RequestSnapshot.Of(request);
        var outer = await InjectAsync(request, conflict);
        var once = RequestSnapshot.Of(request);
        var inner = await InjectAsync(request, conflict);
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(once));
        Assert.That(await injector.Values(request), Is.EqualTo(new[] { injector.Value }));

        inner.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(once));
        outer.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(clean));
    }

    [Test]
    public async Task Any_number_of_attempts_inject_once_each()
    {
        var request = injector.Request(null);
        var clean = RequestSnapshot.Of(request);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var injection = await InjectAsync(request);
            Assert.That(await injector.Values(request), Is.EqualTo(new[] { injector.Value }));
            injection.Restore();
            Assert.That(RequestSnapshot.Of(request), Is.EqualTo(clean));
        }
    }

    [Test]
    public async Task An_equal_value_is_left([Values] ConflictRule conflict)
    {
        RequireConflicts();
        var request = injector.Request(injector.Value);
        var before = RequestSnapshot.Of(request);
        var injection = await InjectAsync(request, conflict);
        Assert.That(await injector.Values(request), Is.EqualTo(new[] { injector.Value }));

        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [Test]
    public async Task Another_value_is_refused_by_default_and_the_message_names_profile_place_key_and_cure()
    {
        RequireConflicts();
        var request = injector.Request(CallersValue);
        var refusal = await Sent.RefusalAsync(request, injector.Field);
        Assert.That(refusal.Message, Does.Contain("'crm'").And.Contain($"{injector.Field.Type} '{injector.Field.Key}'").And.Contain("Replace").And.Contain("Keep"));
        Assert.That(refusal.ToString(), Does.Not.Contain(CallersValue).And.Not.Contain(injector.Value));
    }

    [Test]
    public async Task Another_value_makes_way_and_comes_back_where_the_rule_is_Replace()
    {
        RequireConflicts();
        var request = injector.Request(CallersValue);
        var before = RequestSnapshot.Of(request);
        var injection = await InjectAsync(request, ConflictRule.Replace);
        Assert.That(await injector.Values(request), Is.EqualTo(new[] { injector.Value }));

        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
        Assert.That(await injector.Values(request), Is.EqualTo(new[] { CallersValue }));
    }

    [Test]
    public async Task Another_value_stays_where_the_rule_is_Keep()
    {
        RequireConflicts();
        var request = injector.Request(CallersValue);
        var before = RequestSnapshot.Of(request);
        var injection = await InjectAsync(request, ConflictRule.Keep);
        Assert.That(await injector.Values(request), Is.EqualTo(new[] { CallersValue }));

        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [Test]
    public async Task A_restored_request_is_as_it_was_found([Values(null, true, false)] bool? chunked)
    {
        var request = injector.Request(null);
        request.Headers.TransferEncodingChunked = chunked;
        if (request.Content is { } content)
        {
            HeaderLine.TryWrite(content.Headers, "X-Odd", " as (it] is ");
        }

        var before = RequestSnapshot.Of(request);
        var injection = await InjectAsync(request);
        await injector.Values(request);

        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before), "after a second time");
    }

    [Test]
    public async Task What_a_transport_does_to_the_framing_of_a_body_is_undone()
    {
        var request = injector.Request(null);
        RequireBody(request);
        var before = RequestSnapshot.Of(request);
        var injection = await InjectAsync(request);
        _ = request.Content!.Headers.ContentLength;
        request.Headers.TransferEncodingChunked = true;

        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [Test]
    public async Task The_callers_content_can_be_sent_again_afterwards()
    {
        var request = injector.Request(CallersValue);
        RequireBody(request);
        var before = await Sent.BodyAsync(injector.Request(CallersValue));
        var injection = await InjectAsync(request, ConflictRule.Replace);
        request.Content!.Dispose();
        injection.Restore();
        Assert.That((await Sent.BodyAsync(request)).Length, Is.EqualTo(before.Length));
    }

    [Test]
    public async Task What_was_put_on_is_taken_off_when_a_later_field_is_refused()
    {
        var request = injector.Request(null);
        await Sent.RefusalAsync(request, injector.Field, CredentialField.PathParam("not-there", "x"));
    }

    [Test]
    public async Task Fields_of_other_places_are_taken_off_when_this_one_is_refused()
    {
        RequireConflicts();
        var request = injector.Request(CallersValue);
        await Sent.RefusalAsync(request, CredentialField.Header("X-First", "1"), CredentialField.QueryString("second", "2"), injector.Field);
    }

    [Test]
    public async Task It_goes_together_with_fields_of_every_other_place()
    {
        var request = injector.Request(null);
        var before = RequestSnapshot.Of(request);
        var fields = new List<CredentialField> { CredentialField.Header("X-Other", "1"), CredentialField.QueryString("other", "2"), injector.Field };
        var injection = await Injector.InjectAsync(new(fields), request, Sent.Rules, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await injector.Values(request), Is.EqualTo(new[] { injector.Value }));
            Assert.That(request.Headers.GetValues("X-Other"), Is.EqualTo(new[] { "1" }));
            Assert.That(request.RequestUri!.Query, Does.Contain("other=2"));
        }

        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [Test]
    public async Task Nothing_that_prints_shows_the_value()
    {
        var request = injector.Request(null);
        var injection = await InjectAsync(request);
        Assert.That($"{injection.Payload} {injector.Credential} {Sent.Rules}", Does.Not.Contain("s3cr3t"));
    }

    private ValueTask<AuthProfiles.Injection.Injection> InjectAsync(HttpRequestMessage request, ConflictRule conflict = ConflictRule.Refuse) =>
        Injector.InjectAsync(injector.Credential, request, Sent.Rules with { Conflict = conflict }, CancellationToken.None);

    private static void RequireBody(HttpRequestMessage request)
    {
        if (request.Content is null)
        {
            Assert.Ignore("The place is not the body.");
        }
    }

    private void RequireConflicts()
    {
        if (!injector.Conflicts)
        {
            Assert.Ignore("No caller can put a value there.");
        }
    }
}
