using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace AuthProfiles.Samples.Pages;

/// <summary>A page under way. Every value that is put into its text is encoded; there is no way around it.</summary>
public sealed class HtmlText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds text with values in it.</summary>
    /// <param name="text">HTML, whose values are encoded.</param>
    public void Add([InterpolatedStringHandlerArgument("")] ref Interpolation text) => text.End();

    /// <summary>Returns the page.</summary>
    /// <returns>HTML.</returns>
    public override string ToString() => _text.ToString();

    /// <summary>What the compiler makes of the text.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly StringBuilder _text;

#pragma warning disable IDE0060 // The compiler gives these counts.
        /// <summary>Initializes a new instance of the <see cref="Interpolation"/> struct.</summary>
        /// <param name="literalLength">How long the text is.</param>
        /// <param name="formattedCount">How many values there are.</param>
        /// <param name="html">The page.</param>
        public Interpolation(int literalLength, int formattedCount, HtmlText html)
        {
            ArgumentNullException.ThrowIfNull(html);
            _text = html._text;
        }
#pragma warning restore IDE0060

        /// <summary>Adds text of the program.</summary>
        /// <param name="literal">HTML.</param>
        public void AppendLiteral(string literal) => _text.Append(literal);

        /// <summary>Adds a value, encoded.</summary>
        /// <param name="value">The value.</param>
        public void AppendFormatted(string? value) => _text.Append(HtmlEncoder.Default.Encode(value ?? string.Empty));

        /// <summary>Adds a number.</summary>
        /// <param name="value">The number.</param>
        public void AppendFormatted(long value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

        /// <summary>Ends the line.</summary>
        public void End() => _text.Append('\n');
    }
}
