namespace AuthProfiles;

/// <summary>What a Custom profile can be told: it consists of its additional fields and authorization fields.</summary>
public sealed class CustomOptions : ProfileOptions;
