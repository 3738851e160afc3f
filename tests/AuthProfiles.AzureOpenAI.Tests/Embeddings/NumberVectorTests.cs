using System.Globalization;
using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Embeddings;

namespace AuthProfiles.AzureOpenAI.Tests.Embeddings;

internal sealed class NumberVectorTests
{
    private static readonly string[] Corners =
    [
        "0", "-0", "0.0", "1", "-1", "0.1", "1e-3", "-1.5E+10", "3.4028235e38", "1.4e-45", "1.1754944e-38", "0.00000000000000000000000000000000000001",
        "16777217", "16777219", "0.50000002980232238769531250", "1.00000005960464477539062500", "1.0000000596046448", "1.000000178813934326171875", "123456789012345678", "1234567890123456789012",
        "0.123456789012345678", "0.12345678901234567890123", "9007199791611905", "9007199791611904.5"
    ];

    [Test]
    public void Every_number_has_the_bits_that_the_platform_gives_it()
    {
        var random = new Random(20260101);
        var texts = Corners.Concat(Enumerable.Range(0, 200_000).Select(_ => Text(random))).ToArray();
        var array = Encoding.UTF8.GetBytes($"[ {string.Join(" ,\n", texts)}\t]");
        var numbers = new float[NumberVector.Count(array)];
        NumberVector.Read(array, numbers);
        var wrong = texts.Zip(numbers).Where(pair => BitConverter.SingleToInt32Bits(pair.Second) != BitConverter.SingleToInt32Bits(float.Parse(pair.First, CultureInfo.InvariantCulture)));
        Assert.That((numbers.Length, wrong.FirstOrDefault().First), Is.EqualTo((texts.Length, (string?)null)));
    }

    // The middle between two floats, and what stands just beside it, is where a number that is rounded twice goes wrong.
    [Test]
    public void Numbers_beside_the_middle_of_two_floats_are_rounded_once()
    {
        var random = new Random(7);
        for (var round = 0; round < 50_000; round++)
        {
            var number = (float)(0.5 + (random.NextDouble() / 2));
            var middle = ((double)number + BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(number) + 1)) / 2;
            var text = ((decimal)middle + (random.Next(-2, 3) * 1e-18m)).ToString(CultureInfo.InvariantCulture);
            var read = new float[1];
            NumberVector.Read(Encoding.UTF8.GetBytes($"[{text}]"), read);
            Assert.That(BitConverter.SingleToInt32Bits(read[0]), Is.EqualTo(BitConverter.SingleToInt32Bits(float.Parse(text, CultureInfo.InvariantCulture))), text);
        }
    }

    [TestCase("[true]")]
    [TestCase("[null]")]
    [TestCase("[1,\"1\"]")]
    [TestCase("[[1]]")]
    [TestCase("[{}]")]
    [TestCase("[0.5,1e400]")]
    [TestCase("[-1e400]")]
    [TestCase("[1e39]")]
    [TestCase("[340282366920938463463374607431768211456]")]
    public void Anything_else_is_refused(string array) => Assert.That(
        () => NumberVector.Read(Encoding.UTF8.GetBytes(array), new float[NumberVector.Count(Encoding.UTF8.GetBytes(array))]), Throws.InstanceOf<JsonException>());

    private static string Text(Random random) => random.Next(4) switch
    {
        0 => ((random.NextSingle() - 0.5f) / 10).ToString("R", CultureInfo.InvariantCulture),
        1 => ((random.NextDouble() - 0.5) / 10).ToString("R", CultureInfo.InvariantCulture),
        2 => (BitConverter.Int32BitsToSingle(random.Next()) is var number && float.IsFinite(number) ? number : 1f).ToString("R", CultureInfo.InvariantCulture),
        _ => ((decimal)random.NextDouble()).ToString(CultureInfo.InvariantCulture),
    };
}
