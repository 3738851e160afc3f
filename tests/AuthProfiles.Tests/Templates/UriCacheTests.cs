using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

public sealed class UriCacheTests
{
    [Test]
    public void Values_that_come_again_get_the_same_address_and_allocate_nothing()
    {
        var template = Given.Url("https://{tenant}.example.com/openai/{{id}}?v={{key}}");
        string?[] values = ["contoso", "gpt-4o", "2024-10-21"];
        var first = template.GetUri(values);
        Uri? again = null;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            again = template.GetUri(values);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(again, Is.SameAs(first));
        Assert.That(allocated, Is.Zero);
    }

    [Test]
    public void Equal_values_in_other_strings_get_the_same_address()
    {
        var template = Given.Url("https://{tenant}.example.com/{{id}}");
        var first = template.GetUri([new string('a', 3), "1"]);

        Assert.That(template.GetUri([new string('a', 3), "1"]), Is.SameAs(first));
    }

    [Test]
    public void Values_that_only_look_alike_are_kept_apart()
    {
        var template = Given.Url("https://{tenant}.example.com/{{id}}/{{key}}");

        Assert.Multiple(() =>
        {
            Assert.That(template.GetUri(["a", "bc", "d"]).AbsolutePath, Is.EqualTo("/bc/d"));
            Assert.That(template.GetUri(["a", "b", "cd"]).AbsolutePath, Is.EqualTo("/b/cd"));
            Assert.That(template.GetUri(["a", "d", "bc"]).AbsolutePath, Is.EqualTo("/d/bc"));
            Assert.That(template.GetUri(["ab", "c", "d"]).Host, Is.EqualTo("ab.example.com"));
            Assert.That(template.GetUri(["a", "BC", "d"]).AbsolutePath, Is.EqualTo("/BC/d"));
        });
    }

    [Test]
    public void A_refused_value_is_refused_every_time()
    {
        var template = Given.Url("https://{tenant}.example.com/");
        template.GetUri(["acme"]);

        Given.Refused(template, "evil.com/");
        Given.Refused(template, "evil.com/");
        Given.Refused(template, [null]);
    }

    [Test]
    public void Ten_thousand_tenants_each_get_their_own_address_and_most_recent_ones_stay()
    {
        var template = Given.Url("https://{tenant}.example.com/");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 10_000; i++)
            {
                Assert.That(template.GetUri([$"t{i}"]).Host, Is.EqualTo($"t{i}.example.com"));
            }
        }

        var last = template.GetUri(["t9999"]);
        Assert.That(template.GetUri(["t9999"]), Is.SameAs(last));
    }

    [Test]
    public void Its_memory_has_a_bound()
    {
        var cache = new UriCache();
        for (var i = 0; i < 5_000; i++)
        {
            string[] values = [$"v{i}"];
            cache.Add(values, UriCache.HashOf(values), new Uri($"https://x.example/{i}"));
        }

        var kept = Enumerable.Range(0, 5_000).Count(i => cache.Find([$"v{i}"], UriCache.HashOf([$"v{i}"])) is not null);
        Assert.That(kept, Is.InRange(500, 1_024));
    }

    [Test]
    public void Entries_with_one_hash_push_each_other_out_and_are_never_mixed_up()
    {
        var cache = new UriCache();
        for (var i = 0; i < 100; i++)
        {
            string[] values = [$"v{i}"];
            Assert.That(cache.Add(values, 42, new Uri($"https://x.example/{i}")).AbsolutePath, Is.EqualTo($"/{i}"));
            Assert.That(cache.Find(values, 42)!.AbsolutePath, Is.EqualTo($"/{i}"));
        }

        Assert.That(cache.Find(["v98"], 42)!.AbsolutePath, Is.EqualTo("/98"), "the last two stay");
        Assert.That(cache.Find(["v0"], 42), Is.Null);
    }

    [Test]
    public void Growing_loses_none()
    {
        var cache = new UriCache();
        int[] hashes = [0, 1, 4, 5, 8, 2, 3, 6];
        foreach (var hash in hashes)
        {
            cache.Add([$"v{hash}"], hash, new Uri($"https://x.example/{hash}"));
        }

        Assert.That(hashes.Select(hash => cache.Find([$"v{hash}"], hash)?.AbsolutePath), Is.EqualTo(hashes.Select(static hash => $"/{hash}")));
    }

    [TestCase("b", "b")]
    [TestCase("a", "c")]
    [TestCase("b", "a")]
    public void Every_value_counts_where_the_hash_is_the_same(string first, string second)
    {
        var cache = new UriCache();
        cache.Add(["a", "b"], 42, new Uri("https://x.example/"));

        Assert.That(cache.Find([first, second], 42), Is.Null);
        Assert.That(cache.Find(["a", "b"], 42), Is.Not.Null);
    }

    [Test]
    public void Many_threads_get_right_addresses()
    {
        var template = Given.Url("https://{tenant}.example.com/{{id}}");

        Parallel.For(0, 20_000, i =>
        {
            var (tenant, id) = ($"t{i % 700}", $"{i % 3}");
            var uri = template.GetUri([tenant, id]);
            if (uri.Host != tenant + ".example.com" || uri.AbsolutePath != "/" + id)
            {
                throw new InvalidOperationException($"{tenant} {id} got {uri}");
            }
        });
    }
}
