using AuthProfiles.Connections;
using AuthProfiles.StoreContract;

namespace AuthProfiles.Tests.Connections;

[TestFixture]
public sealed class FileEntryTests
{
    [Test]
    public void A_header_comes_back_whatever_the_names_are([Values] bool isDeleted)
    {
        foreach (var key in OddNames.Keys)
        {
            var entry = new FileEntry(key, 1_777_896_000_001, isDeleted ? SampleConnections.Time : null);
            var bytes = entry.Write([1, 2, 3]);
            Assert.That(FileEntry.Read(bytes), Is.EqualTo(entry));
            Assert.That(bytes[FileEntry.LengthOf(bytes)..], Is.EqualTo(new byte[] { 1, 2, 3 }));
            Assert.That(FileEntry.Read(bytes.AsSpan(0, bytes.Length - 3)), Is.EqualTo(entry), "a header needs nothing behind it");
        }
    }

    [Test]
    public void Noise_is_no_header_and_no_exception()
    {
        var random = new Random(20260504);
        var good = new FileEntry(new("calendar", "acme"), 5, null).Write([]);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])good.Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            }

            Assert.That(FileEntry.Read(bytes.AsSpan(0, random.Next(bytes.Length + 1))), Is.Null.Or.EqualTo(FileEntry.Read(good)));
        }
    }
}
