using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class TokenRequestTests
{
    [Test]
    public void _6749_06_A_parameter_is_there_once()
    {
        var request = new TokenRequest(new("id", "secret"));
        request.Add("grant_type", "client_credentials");

        Assert.That(() => request.Add("grant_type", "password"), Throws.ArgumentException.With.Message.StartsWith("The parameter 'grant_type' is there already. ("));
        request.Add("scope", "read");
        Assert.That($"{request}", Is.EqualTo("grant_type, scope"));
    }

    [TestCase("resource")]
    [TestCase("audience")]
    public void Several_resources_and_audiences_stay_in_order(string name)
    {
        var request = new TokenRequest(new("id", "secret"));
        request.Add(name, "b");
        request.Add(name, string.Empty);
        request.Add(name, "a");

        Assert.That(request.Parameters, Is.EqualTo(new[] { KeyValuePair.Create(name, "b"), KeyValuePair.Create(name, "a") }));
    }

    [TestCase(null)]
    [TestCase("")]
    public void _6749_06_An_empty_parameter_is_left_out(string? value)
    {
        var request = new TokenRequest(new("id", "secret"));
        request.Add("scope", value);

        Assert.That(request.Parameters, Is.Empty);
    }

    [Test]
    public void _6749_06_Whatever_is_added_no_name_but_two_is_there_twice_and_no_value_is_empty()
    {
        var random = new Random(6749);
        string[] names = ["scope", "resource", "audience", "Resource", "a", "b", "c", "client_id", "client_secret"];
        for (var round = 0; round < 500; round++)
        {
            var request = new TokenRequest(ClientCases.Whole);
            for (var i = 0; i < 20; i++)
            {
                try
                {
                    request.Add(names[random.Next(names.Length)], random.Next(3) == 0 ? string.Empty : "value");
                }
                catch (ArgumentException)
                {
                    // Refused, and so not there.
                }
            }

            Assert.That(request.Parameters.Select(static parameter => parameter.Key).Where(static name => name is not ("resource" or "audience")), Is.Unique);
            Assert.That(request.Parameters.Select(static parameter => parameter.Value), Has.None.Empty);
        }
    }

    [TestCaseSource(typeof(ClientCases), nameof(ClientCases.Names))]
    public void What_an_attempt_adds_does_not_show_in_the_request(string name)
    {
        var request = new TokenRequest(ClientCases.Whole);
        request.Add("grant_type", "client_credentials");

        for (var i = 0; i < 3; i++)
        {
            var attempt = new TokenAttempt(request.Parameters, request.Client, ClientCases.Address, TokenTime.Start);
            ClientCases.Ways[name].Authenticate(attempt);

            Assert.That(attempt.Parameters[0], Is.EqualTo(KeyValuePair.Create("grant_type", "client_credentials")));
            Assert.That(attempt.Parameters.Count > 1 || attempt.Authorization is not null, Is.True);
        }

        Assert.That(request.Parameters, Has.Count.EqualTo(1));
    }
}
