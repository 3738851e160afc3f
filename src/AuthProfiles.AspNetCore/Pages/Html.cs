using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace AuthProfiles.AspNetCore.Pages;

/// <summary>A page under way. Every value that is put into its text is encoded; there is no way around it.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds text with values in it.</summary>
    /// <param name="text">HTML, whose values are encoded.</param>
#pragma warning disable CA1822 // The text is written into this page while its argument is made.
    public void Add([InterpolatedStringHandlerArgument("")] ref Interpolation text) => text.End();
#pragma warning restore CA1822

    public override string ToString() => _text.ToString();

    [InterpolatedStringHandler]
    internal readonly ref struct Interpolation
    {
        private readonly StringBuilder _text;

#pragma warning disable IDE0060 // The compiler gives these counts.
        public Interpolation(int literalLength, int formattedCount, Html html) => _text = html._text;
#pragma warning restore IDE0060

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(string? value) => _text.Append(HtmlEncoder.Default.Encode(value ?? string.Empty));

        public void AppendFormatted(int value) => _text.Append(value);

        public void End() => _text.Append('\n');
    }
}
