namespace AuthProfiles.Injection;

/// <summary>A kind of body that is taken into memory and edited. Stateless and thread-safe.</summary>
internal interface IPayloadFormat
{
    /// <summary>Returns the edits that put every body field in, or null if all are there.</summary>
    Splice? Edit(ReadOnlySpan<byte> body, PayloadPlan plan, InjectionRules rules);
}
