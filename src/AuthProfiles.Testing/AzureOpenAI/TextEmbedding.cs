using AuthProfiles.Testing.Text;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>A vector for a text, such that texts that share words, or pieces of words, are near each other.</summary>
/// <remarks>Words and their three-letter pieces are hashed into signed buckets; the vector has length one. No randomness: the same text has the same vector everywhere.</remarks>
internal static class TextEmbedding
{
    private const int Piece = 3;
    private const float WordWeight = 1f;
    private const float PieceWeight = 0.35f;

    // Short words are mostly those that every text has.
    private const int ShortWord = 3;
    private const float ShortWordWeight = 0.2f;

    // Chinese and Japanese put no spaces between words: ideographs carry the meaning there, syllables mostly the grammar.
    private const char FirstEastAsian = '\u2E80';
    private const char FirstIdeograph = '\u3400';
    private const char LastIdeograph = '\u9FFF';
    private const float IdeographWeight = 0.6f;
    private const float SyllableWeight = 0.1f;
    private const float PairWeight = 0.3f;

    public static float[] Of(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in Words.Of(text))
        {
            if (word.AsSpan().ContainsAnyInRange(FirstEastAsian, LastIdeograph))
            {
                AddRun(vector, word);
            }
            else
            {
                AddWord(vector, word);
            }
        }

        Normalize(vector);
        return vector;
    }

    private static void AddWord(float[] vector, string word)
    {
        var weight = word.Length <= ShortWord ? ShortWordWeight : WordWeight;
        Add(vector, word, weight);
        var padded = $"<{word}>";
        for (var i = 0; i + Piece <= padded.Length; i++)
        {
            Add(vector, padded.AsSpan(i, Piece), weight * PieceWeight);
        }
    }

    private static void AddRun(float[] vector, ReadOnlySpan<char> run)
    {
        for (var i = 0; i < run.Length; i++)
        {
            Add(vector, run.Slice(i, 1), run[i] is >= FirstIdeograph and <= LastIdeograph ? IdeographWeight : SyllableWeight);
            if (i + 1 < run.Length)
            {
                Add(vector, run.Slice(i, 2), PairWeight);
            }
        }
    }

    private static void Add(float[] vector, ReadOnlySpan<char> feature, float weight)
    {
        var hash = Hash(feature);
        vector[(hash >> 1) % (ulong)vector.Length] += (hash & 1) == 0 ? weight : -weight;
    }

    // FNV-1a with a final mix: string.GetHashCode differs from process to process.
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }

    private static void Normalize(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        if (length == 0)
        {
            // A text without letters has a direction too: a vector of length zero is near nothing, itself included.
            vector[0] = 1;
            return;
        }

        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] /= length;
        }
    }
}
