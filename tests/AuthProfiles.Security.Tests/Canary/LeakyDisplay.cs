using System.Diagnostics;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>A type that a debugger shows with its secret, and nothing else.</summary>
[DebuggerDisplay("{_key,nq}")]
internal sealed class LeakyDisplay(string key)
{
    private readonly string _key = key;

    public override string ToString() => $"{_key.Length} characters";
}
