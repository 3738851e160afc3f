namespace AuthProfiles.Tests.Credentials;

[Category("I5")]
public sealed class FieldFaultTests
{
    private static IEnumerable<TestCaseData> Refusals =>
    [
        Header("", "canary", "the header has no name"),
        Header("x key", "canary", "the header's name has a character"),
        Header("Expect", "canary", "frames the message"),
        Header("Content-Language", "canary", "describes the content"),
        Header("x-key", "", "it is empty"),
        Header("x-key", null, "it is empty"),
        Query("key", null, "it is absent"),
        Path("key", null, "it is absent"),
        Path("a b", "canary\uD800", "may have letters, digits, '_' and '-' only"),
        Payload("key", null, PayloadValueType.Text, "it is absent"),
        Payload("key", null, PayloadValueType.Number, "it is absent"),
        Header("x-key", " canary", "begins or ends with a space"),
        Header("x-key", "canary ", "begins or ends with a space"),
        Header("x-key", "canary\u007F", "a character that a header can't carry"),
        Header("Authorization", "Bearer canary x", "neither spaces nor commas"),
        Header("authorization", "bearer canary,x", "neither spaces nor commas"),
        Query("", "canary", "the field has no key"),
        Query("k\uD800", "canary", "a lone surrogate"),
        Query("key", "canary\uD800", "a lone surrogate"),
        Query("key", "\uDC00canary", "a lone surrogate"),
        Query("key", "canary\uD800\uD800\uDC00", "a lone surrogate"),
        Path("", "canary", "the field has no key"),
        Path("a b", "canary", "may have letters, digits, '_' and '-' only"),
        Path("key", "", "it is empty"),
        Path("key", ".", "a dot segment"),
        Path("key", "..", "a dot segment"),
        Path("key", "canary\uD800", "a lone surrogate"),
        Payload("", "canary", PayloadValueType.Text, "the field has no key"),
        Payload("/", "canary", PayloadValueType.Text, "names no member"),
        Payload("/a/", "canary", PayloadValueType.Text, "names no member"),
        Payload("key", "canary\uD800", PayloadValueType.Number, "a lone surrogate"),
        Payload("key", "canary", PayloadValueType.Number, "it is no JSON number"),
        Payload("key", "canary", PayloadValueType.Boolean, "neither true nor false"),
    ];

    [TestCaseSource(nameof(Refusals))]
    public void A_refusal_names_the_place_and_says_why_without_the_value(Func<CredentialField> make, string place, string reason) =>
        Assert.That(() => make(), Throws.ArgumentException
            .With.Message.StartsWith($"The value for {place} '").And.Message.Contains(reason).And.Message.Contains(" can't be sent: ").And.Message.Not.Contains("canary"));

    [TestCase("x-key", "!")]
    [TestCase("x-key", "a b, c~")]
    [TestCase("x-key", "Bearer a b")]
    [TestCase("Authorization", "Basic a b")]
    [TestCase("Authorization", "Digest a=b, c=d")]
    [TestCase("Authorization", "Bearer id|secret~+/=")]
    [TestCase("!#$%&'*+-.^_`|~09azAZ", "a")]
    [TestCase("Contents", "a")]
    public void A_header_takes_what_is_one_value(string key, string value)
    {
        var field = CredentialField.Header(key, value);

        Assert.That((field.Type, field.Key, field.Value.Reveal(), field.ValueType), Is.EqualTo((AuthorizationFieldType.Header, key, value, PayloadValueType.Text)));
    }

    [TestCase("a")]
    [TestCase("api_key-2")]
    [TestCase("9")]
    public void A_path_placeholder_has_a_plain_name(string key) =>
        Assert.That(CredentialField.PathParam(key, "...").Key, Is.EqualTo(key));

    [TestCase("")]
    [TestCase("😀")]
    [TestCase("a😀😀b")]
    [TestCase(" ü\n")]
    public void A_query_takes_any_whole_text(string value) =>
        Assert.That(CredentialField.QueryString("k😀", value).Value.Reveal(), Is.EqualTo(value));

    [TestCase("a/")]
    [TestCase("/a")]
    [TestCase("/a/b")]
    [TestCase("//a")]
    public void A_member_is_a_name_or_a_pointer_with_an_end(string key) =>
        Assert.That(CredentialField.Payload(key, "a").Key, Is.EqualTo(key));

    [TestCase("0")]
    [TestCase("-0")]
    [TestCase("7")]
    [TestCase("-10.05")]
    [TestCase("0.5")]
    [TestCase("1e5")]
    [TestCase("1E+5")]
    [TestCase("12.5e-30")]
    public void What_JSON_takes_as_a_number_is_one(string number) =>
        Assert.That(CredentialField.Payload("key", number, PayloadValueType.Number).ValueType, Is.EqualTo(PayloadValueType.Number));

    [TestCase("")]
    [TestCase("-")]
    [TestCase("--1")]
    [TestCase("+1")]
    [TestCase("00")]
    [TestCase("-01")]
    [TestCase("1.")]
    [TestCase(".5")]
    [TestCase("-.5")]
    [TestCase("1.e5")]
    [TestCase("1.E5")]
    [TestCase("1e")]
    [TestCase("1e5.5")]
    [TestCase("1.2.3")]
    [TestCase(" 1")]
    [TestCase("1 ")]
    [TestCase("1,0")]
    [TestCase("0x1")]
    [TestCase("(1)")]
    [TestCase("Infinity")]
    public void What_only_resembles_a_number_is_none(string text) =>
        Assert.That(() => CredentialField.Payload("key", text, PayloadValueType.Number), Throws.ArgumentException);

    [TestCase("true")]
    [TestCase("false")]
    public void A_boolean_has_two_words(string word) =>
        Assert.That(CredentialField.Payload("key", word, PayloadValueType.Boolean).ValueType, Is.EqualTo(PayloadValueType.Boolean));

    private static TestCaseData Header(string key, string? value, string reason) => Case(() => CredentialField.Header(key, value!), "Header", reason, key, value);

    private static TestCaseData Query(string key, string? value, string reason) => Case(() => CredentialField.QueryString(key, value!), "QueryString", reason, key, value);

    private static TestCaseData Path(string key, string? value, string reason) => Case(() => CredentialField.PathParam(key, value!), "PathParam", reason, key, value);

    private static TestCaseData Payload(string key, string? value, PayloadValueType type, string reason) => Case(() => CredentialField.Payload(key, value!, type), "Payload", reason, key, $"{type} {value}");

    // A name of a test can't hold half a character.
    private static TestCaseData Case(Func<CredentialField> make, string place, string reason, string key, string? value) =>
        new TestCaseData(make, place, reason).SetArgDisplayNames(place, AuthProfiles.Diagnostics.Printable.Escape(key), AuthProfiles.Diagnostics.Printable.Escape(value));
}
