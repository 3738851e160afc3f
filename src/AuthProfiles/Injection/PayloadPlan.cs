using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace AuthProfiles.Injection;

/// <summary>The body fields of a credential, prepared once for all requests that carry it.</summary>
internal sealed class PayloadPlan
{
    // By the credential's identity, and gone with it.
    private static readonly ConditionalWeakTable<Credential, PayloadPlan> Plans = [];

    private PayloadPlan(Credential credential)
    {
        Fields = [.. credential.Fields.Where(static field => field.Type == AuthorizationFieldType.Payload)];
        Json = new(Fields);
    }

    public ImmutableArray<CredentialField> Fields { get; }

    public JsonPlan Json { get; }

    public static PayloadPlan Of(Credential credential) => Plans.GetValue(credential, static credential => new(credential));
}
