using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AuthProfiles.Conventions.Tests;

/// <summary>Reads which top-level types of an assembly use which others of it: in their signatures, bases and code.</summary>
internal sealed class CompiledTypes : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly UsedTypes _signatures;

    public CompiledTypes(string path)
    {
        _file = new(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
        _signatures = new(this);
    }

    public MetadataReader Metadata => _metadata;

    /// <summary>Gets each use: the top-level type that uses, and the one that is used.</summary>
    public IEnumerable<(TypeDefinitionHandle User, TypeDefinitionHandle Used)> Uses =>
        from handle in _metadata.TypeDefinitions
        from used in UsesOf(_metadata.GetTypeDefinition(handle))
        let user = TopLevel(handle)
        let other = TopLevel(used)
        where user != other
        select (user, other);

    public void Dispose() => _file.Dispose();

    public (string Namespace, string Name, IEnumerable<string> Parameters) NameOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return (
            _metadata.GetString(type.Namespace),
            _metadata.GetString(type.Name),
            type.GetGenericParameters().Select(parameter => _metadata.GetString(_metadata.GetGenericParameter(parameter).Name)));
    }

    /// <summary>Returns the types of this assembly that a handle of any kind names.</summary>
    public IEnumerable<TypeDefinitionHandle> Resolve(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return [];
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return [(TypeDefinitionHandle)handle];
            case HandleKind.TypeSpecification:
                return _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_signatures, genericContext: null);
            case HandleKind.MethodDefinition:
                var method = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return [method.GetDeclaringType(), .. Of(method.DecodeSignature(_signatures, genericContext: null))];
            case HandleKind.FieldDefinition:
                var field = _metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return [field.GetDeclaringType(), .. field.DecodeSignature(_signatures, genericContext: null)];
            case HandleKind.MemberReference:
                var member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                var signature = member.GetKind() == MemberReferenceKind.Method
                    ? Of(member.DecodeMethodSignature(_signatures, genericContext: null))
                    : member.DecodeFieldSignature(_signatures, genericContext: null);
                return [.. Resolve(member.Parent), .. signature];
            case HandleKind.MethodSpecification:
                var instance = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return [.. Resolve(instance.Method), .. instance.DecodeSignature(_signatures, genericContext: null).SelectMany(static types => types)];
            case HandleKind.StandaloneSignature:
                return _metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).GetKind() == StandaloneSignatureKind.LocalVariables
                    ? _metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeLocalSignature(_signatures, genericContext: null).SelectMany(static types => types)
                    : [];
            default:
                return [];
        }
    }

    private static IEnumerable<TypeDefinitionHandle> Of(MethodSignature<ImmutableArray<TypeDefinitionHandle>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(static types => types)];

    private IEnumerable<TypeDefinitionHandle> UsesOf(TypeDefinition type) =>
    [
        .. Resolve(type.BaseType),
        .. type.GetInterfaceImplementations().SelectMany(handle => Resolve(_metadata.GetInterfaceImplementation(handle).Interface)),
        .. type.GetFields().SelectMany(handle => Resolve(handle)),
        .. type.GetMethods().SelectMany(handle => Resolve(handle)),
        .. type.GetMethods().SelectMany(handle => CodeUses(_metadata.GetMethodDefinition(handle))),
        .. type.GetGenericParameters().SelectMany(handle => _metadata.GetGenericParameter(handle).GetConstraints())
            .SelectMany(handle => Resolve(_metadata.GetGenericParameterConstraint(handle).Type)),
        .. type.GetCustomAttributes().SelectMany(handle => Resolve(_metadata.GetCustomAttribute(handle).Constructor)),
    ];

    private IEnumerable<TypeDefinitionHandle> CodeUses(MethodDefinition method)
    {
        if (method.RelativeVirtualAddress == 0)
        {
            return [];
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        return
        [
            .. Resolve(body.LocalSignature),
            .. body.ExceptionRegions.SelectMany(region => Resolve(region.CatchType)),
            .. CodeTokens.In(body.GetILReader()).SelectMany(Resolve),
        ];
    }

    private TypeDefinitionHandle TopLevel(TypeDefinitionHandle handle)
    {
        while (_metadata.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer)
        {
            handle = outer;
        }

        return handle;
    }
}
