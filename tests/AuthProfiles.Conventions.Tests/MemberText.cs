using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AuthProfiles.Conventions.Tests;

/// <summary>Writes one public member as C# declares it.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{Modifiers(constructor)}{TypeText.Bare(constructor.DeclaringType!)}({Parameters(constructor)})",
        MethodInfo method => $"{Modifiers(method)}{Return(method)} {method.Name}{TypeText.Parameters(method.GetGenericArguments())}({Parameters(method)}){TypeText.Constraints(method.GetGenericArguments())}",
        PropertyInfo property => Of(property),
        FieldInfo field => Of(field),
        EventInfo @event => $"{Modifiers(@event.AddMethod!)}event {TypeText.Of(@event.EventHandlerType!)} {@event.Name}",
        _ => throw new NotSupportedException($"{member.MemberType} {member.Name}"),
    };

    private static string Of(FieldInfo field)
    {
        var modifiers = field.IsLiteral ? "const " : $"{(field.IsStatic ? "static " : string.Empty)}{(field.IsInitOnly ? "readonly " : string.Empty)}";
        var value = field.IsLiteral ? $" = {Literal(field.GetRawConstantValue(), field.FieldType)}" : string.Empty;
        return $"{Access(field.IsPublic)}{modifiers}{TypeText.Of(field.FieldType, Nullability.Create(field))} {field.Name}{value}";
    }

    private static string Of(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(static accessor => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly).ToArray();
        var setter = accessors.FirstOrDefault(static accessor => accessor.ReturnType.FullName == typeof(void).FullName);
        var isInit = setter?.ReturnParameter.GetRequiredCustomModifiers().Any(static modifier => modifier.FullName == typeof(IsExternalInit).FullName) == true;
        var required = property.GetCustomAttributesData().Any(static data => data.AttributeType.FullName == typeof(RequiredMemberAttribute).FullName) ? "required " : string.Empty;
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Of))}]";
        var get = accessors.Any(accessor => accessor != setter) ? "get; " : string.Empty;
        var set = setter is null ? string.Empty : isInit ? "init; " : setter.IsPublic ? "set; " : "protected set; ";
        return $"{Modifiers(accessors[0])}{required}{TypeText.Of(property.PropertyType, Nullability.Create(property))} {name} {{ {get}{set}}}";
    }

    private static string Of(ParameterInfo parameter)
    {
        var attributes = parameter.GetCustomAttributesData().Select(static data => data.AttributeType.Name).ToArray();
        var kind = parameter switch
        {
            { IsOut: true, ParameterType.IsByRef: true } => "out ",
            { IsIn: true, ParameterType.IsByRef: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when attributes.Contains(nameof(ParamArrayAttribute)) || attributes.Contains("ParamCollectionAttribute") => "params ",
            _ when attributes.Contains(nameof(ExtensionAttribute)) => "this ",
            _ => string.Empty,
        };
        var isExtended = parameter is { Position: 0, Member: MethodInfo method }
            && method.GetCustomAttributesData().Any(static data => data.AttributeType.FullName == typeof(ExtensionAttribute).FullName);
        var value = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue, parameter.ParameterType)}" : string.Empty;
        return $"{(isExtended ? "this " : string.Empty)}{kind}{TypeText.Of(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Of));

    private static string Return(MethodInfo method) => TypeText.Of(method.ReturnType, Nullability.Create(method.ReturnParameter));

    private static string Modifiers(MethodBase method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return method.IsStatic ? "static " : string.Empty;
        }

        var kind = method switch
        {
            { IsStatic: true } => "static ",
            MethodInfo { IsAbstract: true } => "abstract ",
            MethodInfo own when IsOverride(own) => own.IsFinal ? "sealed override " : "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => string.Empty,
        };
        return Access(method.IsPublic) + kind;
    }

    // An assembly that is only looked at can't say what is overridden; what takes no slot of its own does override.
    private static bool IsOverride(MethodInfo method) => method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot);

    private static string Access(bool isPublic) => isPublic ? "public " : "protected ";

    private static string Literal(object? value, Type type) => value switch
    {
        null => type.IsValueType && !type.Name.StartsWith("Nullable`", StringComparison.Ordinal) ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
