using System.Reflection;
using System.Runtime.CompilerServices;
using AuthProfiles.AspNetCore;
using AuthProfiles.AzureOpenAI;
using AuthProfiles.Relational;
using AuthProfiles.Testing;
using AuthProfiles.Zendesk;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Every type of the packages that can hold a secret, filled with one: neither its text, nor a debugger, nor JSON shows it.</summary>
[TestFixture]
[Category("Canary")]
[NonParallelizable]
public sealed class PublicTypeTests
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] s_packages =
    [
        typeof(SecretValue).Assembly, typeof(ISignedInUser).Assembly, typeof(AzureOpenAIClient).Assembly, typeof(RelationalConnectionStore).Assembly, typeof(LocalServices).Assembly, typeof(ZendeskClient).Assembly,
    ];

    [Test]
    public void No_type_that_holds_a_secret_shows_it()
    {
        using var run = new CanaryRun(hasEvents: false);
        var (filled, open) = (0, 0);
        foreach (var type in s_packages.SelectMany(static package => package.GetTypes()).Where(static type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type != typeof(SecretValue)))
        {
            var places = Fields(type).Where(static field => Secret(field.FieldType, "x") is not null).ToList();
            if (places.Count == 0 || type.Name.StartsWith('<') || type.Name.Contains("d__", StringComparison.Ordinal))
            {
                continue;
            }

            // What a constructor would do is of no interest: a half-made object must not show its secret either.
            var thing = RuntimeHelpers.GetUninitializedObject(type);
            places.ForEach(place => place.SetValue(thing, Secret(place.FieldType, run.Plant($"{type.Name}.{place.Name}", isSent: false))));
            filled++;
            open += type.IsVisible ? 1 : 0;
            try
            {
                run.Teller.Tell(type.FullName!, thing);
            }
            catch (NullReferenceException)
            {
                // A half-made object may know nothing of itself.
            }
        }

        run.Teller.Tell("a secret", new SecretValue(run.Plant("SecretValue", isSent: false)));
        TestContext.Out.WriteLine(FormattableString.Invariant($"{filled} types that hold a secret, {open} of them public"));
        Assert.That(filled, Is.AtLeast(40));
        Assert.That(open, Is.AtLeast(28));
        run.AssertClean(atLeast: 100);
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var field in at.GetFields(Any).Where(static field => !field.IsStatic))
            {
                yield return field;
            }
        }
    }

    private static object? Secret(Type type, string text) =>
        type == typeof(SecretValue) ? new SecretValue(text)
        : type.IsAssignableFrom(typeof(Dictionary<string, SecretValue>)) && type.IsGenericType ? new Dictionary<string, SecretValue> { ["key"] = text }
        : type == typeof(System.Collections.Immutable.ImmutableDictionary<string, SecretValue>) ? System.Collections.Immutable.ImmutableDictionary<string, SecretValue>.Empty.Add("key", text)
        : type == typeof(SecretValue[]) || type == typeof(IReadOnlyCollection<SecretValue>) ? new SecretValue[] { text }
        : null;
}
