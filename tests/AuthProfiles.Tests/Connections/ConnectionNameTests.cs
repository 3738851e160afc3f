using AuthProfiles.Connections;

namespace AuthProfiles.Tests.Connections;

public sealed class ConnectionNameTests
{
    [Test]
    public void A_refusal_shows_every_name_escaped()
    {
        var refusal = Assert.Throws<AuthorizationException>(static () => _ = new ConnectionKey("orders\nforged", "acme:\n"));

        Assert.That(refusal!.Message, Does.Contain(@"'orders\u000Aforged'").And.Not.Contain("\n"));
    }

    [TestCaseSource(nameof(NoNames))]
    public void What_is_no_name_is_refused_with_its_fault_and_a_cure(string name, string fault)
    {
        var tenant = Refusal(name, user: null);
        var user = Refusal("acme", name);

        Assert.Multiple(() =>
        {
            Assert.That((tenant.Kind, tenant.Profile), Is.EqualTo((AuthorizationErrorKind.InvalidValue, "orders")));
            Assert.That(tenant.Message, Does.StartWith("Profile 'orders': the tenant name '").And.EndsWith($"' {fault}. Use the application's own short name for its customer."));
            Assert.That(user.Message, Does.StartWith("Profile 'orders': the user name '").And.EndsWith($"' {fault}. Use the application's own short name for its user."));
        });
    }

    [Test]
    public void A_name_has_at_most_255_characters()
    {
        Assert.That(ConnectionName.Create("orders", new string('a', 255), user: null).Tenant, Has.Length.EqualTo(255));
        Assert.That(Refusal(new string('a', 256), user: null).Message, Does.EndWith("is longer than 255 characters. Use the application's own short name for its customer."));
    }

    [Test]
    public void Where_the_profile_is_not_known_the_sentence_begins_without_it() =>
        Assert.That(Assert.Throws<AuthorizationException>(static () => ConnectionName.Create(string.Empty, "a:b", null))!.Message, Does.StartWith("The tenant name 'a:b' has a colon."));

    [TestCase("acme")]
    [TestCase("Acme GmbH & Co.")]
    [TestCase("\ud83d\ude80 rockets")]
    [TestCase("mia@acme.example")]
    public void What_an_application_calls_its_customers_is_taken(string name)
    {
        var both = ConnectionName.Create("orders", name, name);

        Assert.That((both.Tenant, both.User, both.IsOwn), Is.EqualTo((name, name, false)));
    }

    [Test]
    public void Names_are_told_apart_by_tenant_and_user_exactly()
    {
        ConnectionName[] names = [new(null, null), new("a", null), new(null, "a"), new("a", "a"), new("A", "a"), new("a", "A"), new("a", "b"), new("b", "a")];

        for (var i = 0; i < names.Length; i++)
        {
            for (var j = 0; j < names.Length; j++)
            {
                Assert.That(names[i].Equals(new ConnectionName(names[j].Tenant, names[j].User)), Is.EqualTo(i == j), $"{i} and {j}");
            }

            Assert.That(names[i].GetHashCode(), Is.EqualTo(new ConnectionName(names[i].Tenant, names[i].User).GetHashCode()));
        }

        Assert.That(names.Select(static name => name.GetHashCode()).Distinct().Count(), Is.EqualTo(names.Length), "a table of them is no list");
        Assert.That(names[0].Equals((object?)null), Is.False);
        Assert.That(ConnectionName.Create("orders", null, null), Is.SameAs(ConnectionName.Own));
        Assert.That((ConnectionName.Own.IsOwn, names[1].IsOwn, names[2].IsOwn), Is.EqualTo((true, false, false)));
    }

    [TestCase(null, null, "orders")]
    [TestCase("acme", null, "orders for acme")]
    [TestCase(null, "mia", "orders, user mia")]
    [TestCase("acme", "mia", "orders for acme, user mia")]
    [TestCase("a\u202eb", "\u202e", @"orders for a\u202Eb, user \u202E")]
    public void It_is_described_as_sentences_begin(string? tenant, string? user, string expected) =>
        Assert.That(new ConnectionName(tenant, user).Describe("orders"), Is.EqualTo(expected));

    private static IEnumerable<TestCaseData> NoNames() =>
        new (string Name, string Fault)[]
        {
            (string.Empty, "is empty"),
            ("a:b", "has a colon"),
            ("a\tb", "has a control character"),
            ("a\u0085b", "has a control character"),
            ("a" + '\ud800', "has half a character"),
            ('\udc00' + "a", "has half a character"),
            (" a", "begins or ends with white space"),
            ("a\u00a0", "begins or ends with white space"),
        }.Select(static (row, index) => new TestCaseData(row.Name, row.Fault).SetArgDisplayNames($"{index}", row.Fault));

    private static AuthorizationException Refusal(string tenant, string? user) => Assert.Throws<AuthorizationException>(() => ConnectionName.Create("orders", tenant, user))!;
}
