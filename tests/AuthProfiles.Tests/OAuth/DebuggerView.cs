using System.Collections;
using System.Diagnostics;
using System.Reflection;

namespace AuthProfiles.Tests.OAuth;

/// <summary>Writes down what a debugger shows of an object of ours when all of it is unfolded: displays, fields and properties that are not hidden.</summary>
internal static class DebuggerView
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    public static string Of(object? root)
    {
        var lines = new List<string>();
        Show(root, lines, new(ReferenceEqualityComparer.Instance));
        return string.Join('\n', lines);
    }

    private static void Show(object? value, List<string> lines, HashSet<object> seen)
    {
        if (value is null || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        var type = value.GetType();
        if (value is string || type.Assembly != typeof(SecretValue).Assembly)
        {
            // What belongs to the platform is what it prints, and what it lists.
            lines.Add($"{value}");
            foreach (var item in value is IEnumerable items and not string ? items : Array.Empty<object>())
            {
                Show(item, lines, seen);
            }

            return;
        }

        // A display of our types is a fixed text, or names one thing that is shown in any case.
        lines.Add($"{value} {type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value}");
        foreach (var field in type.GetFields(Members).Where(static field => !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal) && IsShown(field)))
        {
            Show(field.GetValue(value), lines, seen);
        }

        foreach (var property in type.GetProperties(Members).Where(static property => property.GetIndexParameters().Length == 0 && IsShown(property)))
        {
            Show(property.GetValue(value), lines, seen);
        }
    }

    private static bool IsShown(MemberInfo member) => member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never;
}
