using System.Collections;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>The vectors of one call, all of one length, in one block of memory.</summary>
/// <remarks>Not thread-safe. The block is made when the first vector tells how long they are, unless the caller gives one.</remarks>
internal sealed class VectorBlock
{
    /// <summary>The most numbers a block of ours has: what fits into the largest answer that is read, as base64.</summary>
    private const int MostNumbers = Wire.BodyReader.LongestAnswer / 4 * 3 / sizeof(float);

    private readonly BitArray _filled;
    private readonly bool _isGiven;
    private Memory<float> _numbers;

    public VectorBlock(int count) => _filled = new(count);

    /// <summary>Initializes a new instance of the <see cref="VectorBlock"/> class over the caller's memory.</summary>
    /// <param name="count">How many vectors there are.</param>
    /// <param name="destination">Memory of exactly their size.</param>
    public VectorBlock(int count, Memory<float> destination)
        : this(count)
    {
        _numbers = destination;
        _isGiven = true;
        Dimensions = destination.Length / count;
    }

    /// <summary>Gets how many numbers a vector has; 0 before it is known.</summary>
    public int Dimensions { get; private set; }

    /// <summary>Gets how many vectors were taken.</summary>
    public int Filled { get; private set; }

    /// <summary>Gets a value indicating whether every vector was taken.</summary>
    public bool IsComplete => Filled == _filled.Length;

    /// <summary>Returns the place of a vector, which is taken from now on.</summary>
    /// <exception cref="JsonException">The vector is doubled, empty, of no input, of another length than the others, or the block would be too large.</exception>
    /// <exception cref="ArgumentException">The caller's block is for vectors of another length.</exception>
    public Span<float> Take(int index, int dimensions)
    {
        if (index >= _filled.Length || _filled[index] || dimensions <= 0)
        {
            throw new JsonException("A vector is doubled, empty or belongs to no input.");
        }

        if (dimensions != Dimensions)
        {
            SetDimensions(dimensions);
        }

        _filled[index] = true;
        Filled++;
        return _numbers.Span.Slice(index * dimensions, dimensions);
    }

    /// <summary>Writes the vectors where they belong among those of all calls.</summary>
    public void CopyTo(Span<ReadOnlyMemory<float>> vectors)
    {
        for (var index = 0; index < _filled.Length; index++)
        {
            vectors[index] = _numbers.Slice(index * Dimensions, Dimensions);
        }
    }

    private void SetDimensions(int dimensions)
    {
        if (_isGiven)
        {
            throw new ArgumentException($"The vectors have {dimensions} numbers each, and the destination has room for {Dimensions} each. Give one for the inputs times the dimensions.", "destination");
        }

        if (Dimensions != 0 || (long)_filled.Length * dimensions > MostNumbers)
        {
            throw new JsonException("The vectors are of different lengths, or longer than any model's.");
        }

        _numbers = GC.AllocateUninitializedArray<float>(_filled.Length * dimensions);
        Dimensions = dimensions;
    }
}
