using AuthProfiles.Connections;

namespace AuthProfiles.Tests.Connections;

[TestFixture]
public sealed class SeenVersionsTests
{
    [Test]
    public void A_lower_version_than_one_seen_is_noticed()
    {
        var seen = new SeenVersions();
        Assert.That(seen.Note(new("a"), 5), Is.True);
        Assert.That(seen.Note(new("a"), 5), Is.True);
        Assert.That(seen.Note(new("a"), 4), Is.False);
        Assert.That(seen.Note(new("a"), 4), Is.False, "the lower one did not take its place");
        Assert.That(seen.Note(new("a"), 6), Is.True);
        Assert.That(seen.Note(new("b"), 1), Is.True);
    }

    [Test]
    public void What_is_asked_for_is_remembered_and_the_memory_is_bounded()
    {
        var seen = new SeenVersions();
        seen.Note(new("kept"), 5);
        seen.Note(new("idle"), 5);
        for (var i = 0; i < 150_000; i++)
        {
            seen.Note(new("flood", $"{i}"), 1);
            if (i % 40_000 == 0)
            {
                Assert.That(seen.Note(new("kept"), 4), Is.False, $"after {i}");
            }
        }

        Assert.That(seen.Note(new("flood", "149999"), 0), Is.False);
        Assert.That(seen.Note(new("flood", "100001"), 0), Is.False, "one of the last 50,000");
        Assert.That(seen.Note(new("idle"), 4), Is.True, "nobody asked for it among the last 100,000");
    }

    [Test]
    public void At_most_a_hundred_thousand_are_remembered()
    {
        var seen = new SeenVersions();
        for (var i = 0; i <= 100_000; i++)
        {
            seen.Note(new("flood", $"{i}"), 2);
        }

        Assert.That(seen.Note(new("flood", "50000"), 1), Is.False);
        Assert.That(seen.Note(new("flood", "49999"), 1), Is.True);
    }
}
