using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class CallbackParametersTests
{
    [TestCase("?code=c", "code", "c")]
    [TestCase("code=c", "code", "c")]
    [TestCase("??code=c", "code", "c")]
    [TestCase("?a=1&&code=c+d%2Be", "code", "c d+e")]
    [TestCase("?code=a=b", "code", "a=b")]
    [TestCase("?=c", "", "c")]
    [TestCase("?flag", "flag", null)]
    [TestCase("?code=", "code", null)]
    [TestCase("?Code=c", "code", null)]
    [TestCase("", "code", null)]
    public void A_parameter_is_read_as_a_form_is_written(string query, string name, string? value) =>
        Assert.That(CallbackParameters.Read(query)![name], Is.EqualTo(value));

    [TestCase("https://app.example/callback?code=c", "1 parameters")]
    [TestCase("https://app.example/callback", "0 parameters")]
    [TestCase("?code=c&state=s", "2 parameters")]
    public void Of_an_address_the_query_is_read_and_its_values_are_not_printed(string address, string printed) =>
        Assert.That(CallbackParameters.Read(new Uri(address, UriKind.RelativeOrAbsolute))!.ToString(), Is.EqualTo(printed));

    [TestCase(16_384, true)]
    [TestCase(16_385, false)]
    public void A_query_of_sixteen_kibibytes_is_the_longest(int length, bool isRead) =>
        Assert.That(CallbackParameters.Read("?code=".PadRight(length, 'x')), isRead ? Is.Not.Null : Is.Null);

    [TestCase("?code=a&code=a")]
    [TestCase("?code=a&%63ode=b")]
    [TestCase("?flag&flag")]
    public void A_name_that_comes_twice_is_refused(string query) => Assert.That(CallbackParameters.Read(query), Is.Null);
}
