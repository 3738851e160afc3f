using AuthProfiles.Mutations;

namespace AuthProfiles.Conventions.Tests;

/// <summary>The list of mutations follows the code, also between their long runs.</summary>
public sealed class MutationTests
{
    [Test]
    public void Every_mutation_can_be_made() =>
        Conventions.Hold(
            from mutation in MutationList.Read(Repository.PathOf("tests", "mutations", "mutations.txt"))
            let fault = Fault(mutation)
            where fault is not null
            select $"{mutation.Id}: {fault}",
            "Its text must occur in its file exactly once. Bring tests/mutations/mutations.txt up to date:");

    private static string? Fault(Mutation mutation)
    {
        var file = Repository.PathOf(mutation.File.Split('/'));
        if (!File.Exists(file))
        {
            return $"{mutation.File} is not there";
        }

        var text = File.ReadAllText(file);
        try
        {
            return mutation.Apply(text) == text ? "it changes nothing" : null;
        }
        catch (MutationException error)
        {
            return error.Message;
        }
    }
}
