using System.Reflection;

namespace AuthProfiles.Conventions.Tests;

[TestFixtureSource(typeof(Package), nameof(Package.Frameworks))]
public sealed class TypeTests(string framework)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Public classes that may be derived from, each with the reason.</summary>
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["AuthProfiles.AuthorizationException"] = "The root of the typed errors: a kind of failure with facts of its own derives from it.",
    };

    private readonly List<LoadedPackage> _packages = [];

    [OneTimeSetUp]
    public void Load() => _packages.AddRange(LoadedPackage.LoadAll(framework));

    [OneTimeTearDown]
    public void Unload() => _packages.ForEach(static package => package.Dispose());

    [Test]
    public void A_public_class_is_sealed_or_abstract() =>
        Conventions.Hold(
            from type in _packages.SelectMany(static package => package.PublicTypes)
            where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !Open.ContainsKey(type.FullName!)
            select type.FullName!,
            "To be derived from is a promise with a test. Seal the class, or enter it with the reason in TypeTests.Open:");

    [Test]
    public void Every_exception_to_the_rule_is_needed() =>
        Conventions.Hold(
            Open.Keys.Except(from type in _packages.SelectMany(static package => package.PublicTypes) where !type.IsSealed select type.FullName!, StringComparer.Ordinal),
            "These are sealed or gone. Take them out of TypeTests.Open:");

    [Test]
    public void A_method_that_returns_a_task_or_an_async_sequence_ends_in_Async() =>
        Conventions.Hold(
            from method in Methods()
            where IsAsynchronous(method.ReturnType) && (!method.IsPrivate || IsAsync(method)) && !method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsGivenByAnother(method)
            select $"{method.DeclaringType!.FullName}.{method.Name}",
            "Whoever reads the call must see that it is to be awaited. End the name in Async:");

    [Test]
    public void A_cancellation_token_comes_last() =>
        Conventions.Hold(
            from method in Methods().Concat<MethodBase>(Types().SelectMany(static type => type.GetConstructors(Declared)))
            let parameters = method.GetParameters()
            where parameters.SkipLast(1).Any(static parameter => parameter.ParameterType.FullName == typeof(CancellationToken).FullName) && !LoadedPackage.IsGenerated(method)
            select $"{method.DeclaringType!.FullName}.{method.Name}",
            "The CancellationToken is the last parameter. Move it:");

    [Test]
    public void No_visible_field_can_be_written() =>
        Conventions.Hold(
            from field in _packages.SelectMany(static package => package.PublicTypes).SelectMany(static type => type.GetFields(Declared))
            where (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsInitOnly && !field.IsLiteral && !field.IsSpecialName && !LoadedPackage.IsGenerated(field)
            select $"{field.DeclaringType!.FullName}.{field.Name}",
            "State that anybody can write has no owner. Make it a property, or readonly:");

    [Test]
    public void A_package_ships_its_documentation() =>
        Conventions.Hold(
            from package in _packages
            let path = package.Package.Built(framework, "xml")
            where new FileInfo(path).Length < 1000
            select Repository.Relative(path),
            "The documentation file is empty. Leave GenerateDocumentationFile on (src/Directory.Build.props); CS1591 then asks for every public member:");

    [Test]
    public void Missing_documentation_is_never_silenced() =>
        Conventions.Hold(
            from file in Repository.Files("src").Concat([Repository.PathOf("Directory.Build.props"), Repository.PathOf(".editorconfig")])
            where File.ReadAllText(file).Contains("CS" + "1591", StringComparison.Ordinal)
            select Repository.Relative(file),
            "Every public member is documented. Take the suppression out and write what the signature cannot say:");

    private static bool IsAsynchronous(Type type)
    {
        var name = type.IsGenericType ? type.GetGenericTypeDefinition().FullName : type.FullName;
        return name == typeof(Task).FullName || name == typeof(Task<>).FullName
            || name == typeof(ValueTask).FullName || name == typeof(ValueTask<>).FullName
            || name == typeof(IAsyncEnumerable<>).FullName;
    }

    // A private method without await may hand on a task that is under way, or be another library's callback.
    private static bool IsAsync(MethodInfo method) =>
        method.GetCustomAttributesData().Any(static data => data.AttributeType.Name is "AsyncStateMachineAttribute" or "AsyncIteratorStateMachineAttribute");

    // The name of an override is its base's, the name of an implementation its interface's, and that of an entry point the language's.
    private static bool IsGivenByAnother(MethodInfo method) =>
        method is { Name: "Main", IsStatic: true, DeclaringType.Name: "Program" } || (method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot)) || method.Name.Contains('.', StringComparison.Ordinal)
        || method.DeclaringType!.GetInterfaces().Any(contract => !contract.Assembly.GetName().Name!.StartsWith(Package.Core, StringComparison.Ordinal)
            && contract.GetMethods().Any(promised => promised.Name == method.Name));

    private IEnumerable<Type> Types() => _packages.SelectMany(static package => package.Types).Where(static type => !typeof(Delegate).FullName!.Equals(type.BaseType?.BaseType?.FullName, StringComparison.Ordinal));

    private IEnumerable<MethodInfo> Methods() => Types().SelectMany(static type => type.GetMethods(Declared)).Where(static method => !method.IsSpecialName && !LoadedPackage.IsGenerated(method));
}
