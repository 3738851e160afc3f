namespace AuthProfiles;

/// <summary>How far the test of an authorization came. Each stage needs the ones before it.</summary>
public enum AuthorizationTestStage
{
    /// <summary>The profile is made of its settings. Nothing was sent.</summary>
    Configuration,

    /// <summary>The connection is found, and its values are looked at. Nothing was sent.</summary>
    Connection,

    /// <summary>A fresh credential is acquired.</summary>
    Authorization,

    /// <summary>The profile's probe is sent with the fresh credential.</summary>
    Probe,
}
