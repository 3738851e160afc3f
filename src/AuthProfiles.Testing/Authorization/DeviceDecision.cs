namespace AuthProfiles.Testing.Authorization;

internal enum DeviceDecision
{
    Pending,
    Approved,
    Denied,
}
