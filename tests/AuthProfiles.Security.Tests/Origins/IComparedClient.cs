namespace AuthProfiles.Security.Tests.Origins;

/// <summary>A client as its users know it, with a credential that its developer put in place.</summary>
internal interface IComparedClient
{
    string Name { get; }

    /// <summary>Makes a client of the stage's service, which sends the calls of one place. Where the stage needs no handler it is what the package makes by itself.</summary>
    IComparedCalls Create(OriginStage stage, CredentialPlace place);
}
