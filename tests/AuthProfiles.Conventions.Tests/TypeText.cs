using System.Reflection;

namespace AuthProfiles.Conventions.Tests;

/// <summary>Writes types as C# does.</summary>
internal static class TypeText
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Void"] = "void",
        ["System.Object"] = "object",
        ["System.String"] = "string",
        ["System.Boolean"] = "bool",
        ["System.Char"] = "char",
        ["System.Byte"] = "byte",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Single"] = "float",
        ["System.Double"] = "double",
        ["System.Decimal"] = "decimal",
    };

    /// <summary>Writes the line that a type begins with.</summary>
    public static string Declare(Type type)
    {
        var isRecord = type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => IsReadOnly(type) ? "readonly struct" : "struct",
            _ when type.BaseType?.FullName == typeof(MulticastDelegate).FullName => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : string.Empty)}{(isRecord ? "record" : "class")}",
        };
        var parents = kind is "enum" or "delegate" ? [] : Parents(type).ToArray();
        return $"public {kind} {type.Namespace}.{Nested(type)}{Bare(type)}{Parameters(Own(type))}{(parents.Length == 0 ? string.Empty : $" : {string.Join(", ", parents)}")}{Constraints(Own(type))}";
    }

    /// <summary>Writes a type where it is used. Of what may be null, it says so.</summary>
    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        var mark = nullability is not null && !type.IsValueType && Maybe(nullability) ? "?" : string.Empty;
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[]{mark}";
        }

        if (type.IsGenericParameter || !type.IsGenericType)
        {
            return (Keywords.GetValueOrDefault(type.FullName ?? string.Empty) ?? (type.IsGenericParameter ? type.Name : Nested(type) + type.Name)) + mark;
        }

        var arguments = type.GetGenericArguments();
        var texts = arguments.Select((argument, i) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i))).ToArray();
        return type.Name.StartsWith("Nullable`", StringComparison.Ordinal)
            ? $"{Of(arguments[0])}?"
            : $"{Nested(type)}{Bare(type)}<{string.Join(", ", texts)}>{mark}";
    }

    public static string Bare(Type type) => type.Name.Split('`')[0];

    public static string Parameters(Type[] parameters) => parameters.Length == 0 ? string.Empty : $"<{string.Join(", ", parameters.Select(static parameter => parameter.Name))}>";

    public static string Constraints(Type[] parameters) => string.Concat(
        from parameter in parameters
        let constraints = Constraints(parameter).ToArray()
        where constraints.Length > 0
        select $" where {parameter.Name} : {string.Join(", ", constraints)}");

    private static IEnumerable<string> Constraints(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        if (isStruct)
        {
            yield return "struct";
        }

        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(static type => type.FullName != typeof(ValueType).FullName))
        {
            yield return Of(constraint);
        }

        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }
    }

    private static bool Maybe(NullabilityInfo nullability) => nullability.ReadState == NullabilityState.Nullable || nullability.WriteState == NullabilityState.Nullable;

    private static bool IsReadOnly(Type type) => type.GetCustomAttributesData().Any(static data => data.AttributeType.Name == "IsReadOnlyAttribute");

    private static Type[] Own(Type type) => type.GetGenericArguments();

    private static string Nested(Type type) => type.IsNested ? $"{Bare(type.DeclaringType!)}." : string.Empty;

    private static IEnumerable<string> Parents(Type type)
    {
        var known = (type.BaseType?.GetInterfaces() ?? []).Concat(type.GetInterfaces().SelectMany(static parent => parent.GetInterfaces())).Select(static parent => parent.ToString()).ToHashSet(StringComparer.Ordinal);
        var parents = type.GetInterfaces().Where(parent => !known.Contains(parent.ToString()) && (parent.IsPublic || parent.IsNestedPublic)).Select(static parent => Of(parent)).Order(StringComparer.Ordinal);
        return type.BaseType?.FullName is null or "System.Object" or "System.ValueType" ? parents : parents.Prepend(Of(type.BaseType));
    }
}
