namespace AuthProfiles.Resilience;

/// <summary>Content of ours that knows whether it can be sent again.</summary>
internal interface IResendableContent
{
    /// <summary>Gets a value indicating whether a second sending writes the same bytes as the first.</summary>
    bool CanResend { get; }
}
