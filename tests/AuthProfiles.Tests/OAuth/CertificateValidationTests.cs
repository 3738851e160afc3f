using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AuthProfiles.Tests.OAuth;

public sealed class CertificateValidationTests
{
    // The names by which the platform lets a server's certificate be waved through, and what one's own switch would be called.
    private static readonly string[] Switches = ["CertificateValidation", "CertificateCustomValidation", "CertificateRevocation", "DangerousAccept", "ServerCertificate", "SslOptions", "IgnoreCertificate", "Insecure"];

    [Test]
    public void _6749_24_No_public_member_has_to_do_with_the_validation_of_certificates()
    {
        var members = typeof(SecretValue).Assembly.GetExportedTypes()
            .SelectMany(static type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Append(type))
            .Select(static member => $"{member.DeclaringType}.{member}");

        Assert.That(members.Where(IsSwitch), Is.Empty);
    }

    [Test]
    public void _6749_24_No_code_of_the_core_touches_the_validation_of_certificates()
    {
        using var file = new PEReader(File.OpenRead(typeof(SecretValue).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var used = metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name))
            .Concat(metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name)))
            .ToArray();

        Assert.That(used, Has.Some.EqualTo("set_AllowAutoRedirect"), "the reading itself works");
        Assert.That(used.Where(IsSwitch), Is.Empty);
    }

    private static bool IsSwitch(string name) => Array.Exists(Switches, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
