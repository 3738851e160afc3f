using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>The vectors of one call, all of one length, in as few pieces of memory as is good.</summary>
/// <remarks>Not thread-safe. The memory is made when the first vector tells how long they are, unless the caller gives some.</remarks>
internal sealed class VectorBlock
{
    /// <summary>The most numbers that ours has: what fits into the largest answer that is read, as base64.</summary>
    private const int MostNumbers = Wire.BodyReader.LongestAnswer / 4 * 3 / sizeof(float);

    /// <summary>How many numbers a small piece has: 64 KB, below what the collector sets apart as large, which costs it far more than a short-lived piece.</summary>
    private const int SmallPiece = 16 * 1024;

    /// <summary>Up to how many numbers small pieces are made; beyond, it is cheaper that none of them has to be moved.</summary>
    private const int MostInSmallPieces = 256 * 1024;

    private readonly int _count;
    private readonly ulong[] _filled;
    private readonly bool _isGiven;
    private Memory<float>[] _pieces = [];
    private int _perPiece;

    public VectorBlock(int count) => (_count, _filled) = (count, new ulong[(count + 63) / 64]);

    /// <summary>Initializes a new instance of the <see cref="VectorBlock"/> class over the caller's memory.</summary>
    /// <param name="count">How many vectors there are.</param>
    /// <param name="destination">Memory of exactly their size.</param>
    public VectorBlock(int count, Memory<float> destination)
        : this(count)
    {
        _isGiven = true;
        (_pieces, _perPiece, Dimensions) = ([destination], count, destination.Length / count);
    }

    /// <summary>Gets how many numbers a vector has; 0 before it is known.</summary>
    public int Dimensions { get; private set; }

    /// <summary>Gets how many vectors were taken.</summary>
    public int Filled { get; private set; }

    /// <summary>Gets a value indicating whether every vector was taken.</summary>
    public bool IsComplete => Filled == _count;

    /// <summary>Returns the place of a vector, which is taken from now on.</summary>
    /// <exception cref="JsonException">The vector is doubled, empty, of no input, of another length than the others, or the vectors would be too large.</exception>
    /// <exception cref="ArgumentException">The caller's memory is for vectors of another length.</exception>
    public Span<float> Take(int index, int dimensions)
    {
        if (index >= _count || (_filled[index / 64] & (1UL << (index % 64))) != 0 || dimensions <= 0)
        {
            throw new JsonException("A vector is doubled, empty or belongs to no input.");
        }

        if (dimensions != Dimensions)
        {
            Make(dimensions);
        }

        _filled[index / 64] |= 1UL << (index % 64);
        Filled++;
        return Vector(index).Span;
    }

    /// <summary>Writes the vectors where they belong among those of all calls.</summary>
    public void CopyTo(Span<ReadOnlyMemory<float>> vectors)
    {
        for (var index = 0; index < _count; index++)
        {
            vectors[index] = Vector(index);
        }
    }

    private Memory<float> Vector(int index) => _pieces[index / _perPiece].Slice(index % _perPiece * Dimensions, Dimensions);

    private void Make(int dimensions)
    {
        if (_isGiven)
        {
#pragma warning disable CA2208, MA0015 // The name is that of the client's parameter, which is what the caller gave.
            throw new ArgumentException($"The vectors have {dimensions} numbers each, and the destination has room for {Dimensions} each. Give one for the inputs times the dimensions.", "destination");
#pragma warning restore CA2208, MA0015
        }

        var length = (long)_count * dimensions;
        if (Dimensions != 0 || length > MostNumbers)
        {
            throw new JsonException("The vectors are of different lengths, or longer than any model's.");
        }

        Dimensions = dimensions;
        _perPiece = length <= MostInSmallPieces ? Math.Clamp(SmallPiece / dimensions, 1, _count) : _count;
        _pieces = new Memory<float>[(_count + _perPiece - 1) / _perPiece];
        for (var piece = 0; piece < _pieces.Length; piece++)
        {
            _pieces[piece] = GC.AllocateUninitializedArray<float>(Math.Min(_perPiece, _count - (piece * _perPiece)) * dimensions);
        }
    }
}
