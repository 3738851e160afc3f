using System.Text.Json;

namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>Looks at a page as a checker of accessibility does, by a script in it.</summary>
/// <param name="Faults">What is wrong, a sentence each.</param>
/// <param name="LowestContrast">The contrast of the text that is the hardest to read (WCAG 2.2, 1.4.3).</param>
/// <param name="SmallestTarget">The shorter side of the smallest button, link or input, in CSS pixels; links within a sentence are exempt (2.5.8).</param>
internal sealed record PageCheck(IReadOnlyList<string> Faults, double LowestContrast, double SmallestTarget)
{
    private const string Script = """
        () => {
            const faults = [];
            const seen = element => element.checkVisibility({ visibilityProperty: true });
            const all = selector => [...document.querySelectorAll(selector)];
            const say = (element, what) => faults.push(`${element.tagName.toLowerCase()} "${(element.textContent || element.name || '').trim().slice(0, 40)}" ${what}`);

            if (!document.documentElement.lang) faults.push('the page has no language');
            if (!document.title.trim()) faults.push('the page has no title');
            if (all('h1').length !== 1) faults.push(`the page has ${all('h1').length} first headings`);
            if (all('main').length !== 1) faults.push('the page has no main part');
            if (!document.querySelector('meta[name=viewport]')?.content.includes('width=device-width') || /user-scalable|maximum-scale/.test(document.querySelector('meta[name=viewport]').content)) faults.push('the page does not scale');
            let level = 0;
            for (const heading of all('h1, h2, h3, h4, h5, h6').filter(seen)) {
                const own = Number(heading.tagName[1]);
                if (own > level + 1) say(heading, `comes after a heading of level ${level}`);
                if (!heading.textContent.trim()) say(heading, 'is empty');
                level = own;
            }

            const ids = new Set();
            for (const element of all('[id]')) {
                if (ids.has(element.id)) say(element, `has the id ${element.id} of another`);
                if (/\s/.test(element.id)) say(element, 'has an id with white space');
                ids.add(element.id);
            }

            for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
                for (const element of all(`[${name}]`))
                    for (const id of element.getAttribute(name).split(/\s+/))
                        if (!ids.has(id)) say(element, `refers by ${name} to ${id}, which is not there`);

            const nameOf = element => (element.getAttribute('aria-label') || (element.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean).map(id => document.getElementById(id)?.textContent).join(' ') || [...(element.labels || [])].map(label => label.textContent).join(' ') || element.textContent || '').trim();
            for (const element of all('input:not([type=hidden]), select, textarea')) if (!element.labels?.length) say(element, `(${element.name}) has no label`);
            for (const element of all('button, a, summary, section, [role=region], [tabindex="0"]')) if (!nameOf(element)) say(element, 'has no name');
            for (const element of all('button[aria-label]')) if (!element.getAttribute('aria-label').includes(element.textContent.trim())) say(element, 'is not called what it says');
            for (const element of all('[tabindex]')) if (element.tabIndex > 0) say(element, 'jumps ahead in the order of the focus');
            for (const element of all('[aria-hidden=true]')) if (element.matches('a, button, input, [tabindex]') || element.querySelector('a, button, input, [tabindex]')) say(element, 'is hidden and takes the focus');
            for (const element of all('img')) if (!element.hasAttribute('alt')) say(element, 'has no text');
            for (const element of all('ul, ol')) if ([...element.children].some(child => child.tagName !== 'LI')) say(element, 'has children that are no items');
            for (const element of all('dl')) if ([...element.children].some(child => !['DT', 'DD', 'DIV'].includes(child.tagName))) say(element, 'has children that are neither terms nor descriptions');
            const accounts = all('button').filter(seen).map(nameOf);
            for (const name of new Set(accounts)) if (accounts.filter(other => other === name).length > 1) faults.push(`two buttons are called ${name}`);
            if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide and the window ${document.documentElement.clientWidth}`);

            const parse = text => { const parts = text.match(/[\d.]+/g).map(Number); return { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 }; };
            const over = (top, below) => top.rgb.map((value, i) => value * top.alpha + below[i] * (1 - top.alpha));
            const behind = element => {
                const layers = [];
                for (let at = element; at; at = at.parentElement) layers.unshift(parse(getComputedStyle(at).backgroundColor));
                return layers.reduce((below, layer) => over(layer, below), matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255]);
            };
            const luminance = rgb => rgb.map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4).reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
            const contrast = (a, b) => { const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x); return (light + 0.05) / (dark + 0.05); };
            let lowest = 21;
            const weigh = (element, color, least, what) => {
                const back = behind(element);
                const ratio = contrast(over(parse(color), back), back);
                if (least === 4.5) lowest = Math.min(lowest, ratio);
                if (ratio < least) say(element, `has ${what} with a contrast of ${ratio.toFixed(2)}`);
            };
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode())
                if (node.data.trim() && seen(node.parentElement)) weigh(node.parentElement, getComputedStyle(node.parentElement).color, 4.5, 'text');
            for (const element of all('input:not([type=hidden])').filter(seen)) {
                weigh(element, getComputedStyle(element, '::placeholder').color, 4.5, 'an example');
                weigh(element.parentElement, getComputedStyle(element).borderTopColor, 3, 'an edge');
            }

            let smallest = Infinity;
            const inText = element => getComputedStyle(element).display === 'inline' && element.parentElement.textContent.trim() !== element.textContent.trim();
            for (const element of all('button, a, summary, input:not([type=hidden])').filter(seen).filter(element => !inText(element))) {
                const box = element.getBoundingClientRect();
                smallest = Math.min(smallest, box.width, box.height);
                if (Math.min(box.width, box.height) < 24) say(element, `is ${box.width.toFixed(0)} by ${box.height.toFixed(0)}`);
            }

            return { faults, lowest, smallest: Number.isFinite(smallest) ? smallest : 44 };
        }
        """;

    public static async Task<PageCheck> OfAsync(IPage page)
    {
        var found = await page.EvaluateAsync<JsonElement>(Script);
        return new(
            [.. found.GetProperty("faults").EnumerateArray().Select(static fault => fault.GetString()!)],
            found.GetProperty("lowest").GetDouble(),
            found.GetProperty("smallest").GetDouble());
    }
}
