using System.Collections;
using System.Reflection;
using AuthProfiles.DependencyInjection;
using AuthProfiles.Settings;

namespace AuthProfiles.Tests.Settings;

public sealed class BuiltInKindsTests
{
    /// <summary>Options that no settings can give, each with the reason.</summary>
    private static readonly Dictionary<string, string> InCodeOnly = new(StringComparer.Ordinal)
    {
        [nameof(ProfileOptions.TenantSynonyms)] = "A preset declares them together with the address that has them.",
        [nameof(ProfileOptions.AdditionalFields)] = "They have normalisers and shapes, which are code.",
        [nameof(ProfileOptions.AuthorizationFields)] = "Their keys and value types go with additional fields.",
        [nameof(ProfileOptions.Inputs)] = "In settings the inputs stand beside the options, each under its own key.",
        [nameof(ProfileOptions.Connections)] = "In settings the connections have a section of their own, read by key on use.",
        [nameof(DelegateOptions.Acquire)] = "It is a function.",
        [nameof(TokenExchangeOptions.ActorToken)] = "It is a function.",
        [nameof(BasicOptions.UsernameField)] = "A preset words it as its service does.",
        [nameof(BasicOptions.PasswordField)] = "A preset words it as its service does.",
        ["KeyField"] = "A preset words it as its service does.",
    };

    private static IEnumerable<TestCaseData> Kinds =>
    [
        Case(BuiltInKinds.ApiKey),
        Case(BuiltInKinds.Basic),
        Case(BuiltInKinds.Bearer),
        Case(BuiltInKinds.Custom),
        Case(BuiltInKinds.Delegate),
        Case(BuiltInKinds.ClientCredentials),
        Case(BuiltInKinds.AuthorizationCode),
        Case(BuiltInKinds.DeviceCode),
        Case(BuiltInKinds.Password),
        Case(BuiltInKinds.RefreshToken),
        Case(BuiltInKinds.TokenExchange),
        Case(BuiltInKinds.JwtBearer),
    ];

    [TestCaseSource(nameof(Kinds))]
    public void Every_option_that_settings_can_give_is_in_the_list_of_its_kind(Type options, IReadOnlyList<SettingDescription> settings)
    {
        var listed = settings.Select(static setting => setting.Name.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var missing = Given(options).Except(listed, StringComparer.Ordinal).Except(InCodeOnly.Keys, StringComparer.Ordinal);

        Assert.That(missing, Is.Empty, $"Add these options of {options.Name} to the kind's SettingList, or to BuiltInKindsTests.InCodeOnly with the reason.");
    }

    [TestCaseSource(nameof(Kinds))]
    public void Every_setting_has_the_name_of_an_option_and_a_sentence(Type options, IReadOnlyList<SettingDescription> settings)
    {
        Assert.That(settings.Select(static setting => setting.Name.Split(':')[0]).Distinct(), Is.SubsetOf(Given(options)));
        Assert.That(settings.Select(static setting => setting.Sentence), Is.All.EndsWith("."));
    }

    [Test]
    public void Every_kind_is_here() =>
        Assert.That(Kinds.Count(), Is.EqualTo(typeof(BuiltInKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Length), "Add the new kind to Kinds.");

    [Test]
    public void Every_exception_to_the_rule_is_needed() =>
        Assert.That(InCodeOnly.Keys, Is.SubsetOf(Kinds.SelectMany(static kind => Given((Type)kind.Arguments[0]!))), "Take what is gone out of BuiltInKindsTests.InCodeOnly.");

    private static TestCaseData Case<TOptions>(ProfileKind<TOptions> kind)
        where TOptions : ProfileOptions =>
        new TestCaseData(typeof(TOptions), kind.Settings.Describe(kind.CreateOptions())).SetArgDisplayNames(kind.Name);

    private static IEnumerable<string> Given(Type options) =>
        from property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is { IsPublic: true } || typeof(IEnumerable).IsAssignableFrom(property.PropertyType) || property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal)
        select property.Name;
}
