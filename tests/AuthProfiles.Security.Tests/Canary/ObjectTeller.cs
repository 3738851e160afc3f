using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Tells an object, and all that can be reached from it by what is public, as text, as a debugger shows it, and as JSON.</summary>
internal sealed partial class ObjectTeller(Told told)
{
    private const int Deepest = 8;
    private const int MostElements = 100;

    // Two tokens that a caller needs as they are, and has asked for: both say that they belong in no log, and their types don't print them.
    private static readonly string[] s_shown = ["Upload.Token", "AuthorizationStart.Address"];

    private readonly HashSet<Type> _types = [];

    /// <summary>Gets the public types of ours that were told.</summary>
    public IReadOnlyCollection<Type> Types => _types;

    public void Tell(string sink, object? thing) => Tell(sink, thing, new(ReferenceEqualityComparer.Instance), 0);

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("AuthProfiles", StringComparison.Ordinal);

    private static bool IsWalked(Type type) =>
        IsOurs(type) || typeof(Exception).IsAssignableFrom(type) || type == typeof(HttpResponseMessage) || type == typeof(HttpRequestMessage) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    [GeneratedRegex(@"\{(\w+)(?:\(\))?(?:,nq)?\}")]
    private static partial Regex DisplayPart();

    private void Tell(string sink, object? thing, HashSet<object> seen, int depth)
    {
        if (thing is null or Type or Delegate or Stream or Task || depth > Deepest || (!thing.GetType().IsValueType && thing is not string && !seen.Add(thing)))
        {
            return;
        }

        var type = thing.GetType();
        Add(sink, thing.ToString);
        if (thing is string || type.IsPrimitive || type.IsEnum)
        {
            return;
        }

        if (IsOurs(type))
        {
            lock (_types)
            {
                _types.Add(type);
            }

            Add($"{sink} (debugger)", () => Display(thing));
            if (s_shown.All(shown => !shown.StartsWith(type.Name + ".", StringComparison.Ordinal)))
            {
                Add($"{sink} (JSON)", () => JsonSerializer.Serialize(thing, type));
            }
        }

        if (thing is Exception { Data: var data })
        {
            foreach (DictionaryEntry entry in data)
            {
                told.Add($"{sink} (Data)", $"{entry.Key}={entry.Value}");
            }
        }

        if (thing is IEnumerable many)
        {
            foreach (var element in many.Cast<object?>().Take(MostElements).ToList())
            {
                Tell($"{sink}[]", element, seen, depth + 1);
            }
        }

        if (IsWalked(type))
        {
            Walk(sink, thing, seen, depth);
        }
    }

    private void Walk(string sink, object thing, HashSet<object> seen, int depth)
    {
        foreach (var property in thing.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsPublic: true }))
        {
            var name = $"{thing.GetType().Name}.{property.Name}";
            if (s_shown.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }

            object? value;
            try
            {
                value = property.GetValue(thing);
            }
            catch (TargetInvocationException error)
            {
                value = error.InnerException;
            }

            Tell($"{sink}.{property.Name}", value, seen, depth + 1);
        }
    }

    private void Add(string sink, Func<string?> show)
    {
        try
        {
            told.Add(sink, show());
        }
        catch (Exception error) when (error is NotSupportedException or InvalidOperationException or JsonException or ObjectDisposedException or ArgumentException or AuthorizationException)
        {
            told.Add(sink, error.ToString());
        }
    }

    private static string? Display(object thing)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        return thing.GetType().GetCustomAttribute<DebuggerDisplayAttribute>() is not { Value: { } format } ? null : DisplayPart().Replace(format, part =>
        {
            var name = part.Groups[1].Value;
            var value = thing.GetType().GetProperty(name, Any)?.GetValue(thing) ?? thing.GetType().GetField(name, Any)?.GetValue(thing) ?? thing.GetType().GetMethod(name, Any, [])?.Invoke(thing, null);
            return $"{value}";
        });
    }
}
