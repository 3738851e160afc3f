namespace AuthProfiles.AspNetCore.Pages;

/// <summary>The look of the page: readable on any screen, in light and dark, with a contrast of 4.5 and more.</summary>
internal static class PageStyle
{
    public static void Add(Html html) => html.Add($$"""
        :root { color-scheme: light dark; --ink: #1d2430; --soft: #566072; --line: #d5dae2; --page: #f4f6f9; --card: #ffffff; --act: #0b57b8; --on-act: #ffffff; --on: #17703b; --bad: #a3271d; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf3; --soft: #aab3c2; --line: #3a4353; --page: #141922; --card: #1d2430; --act: #8ab8ff; --on-act: #0d1422; --on: #7fd6a0; --bad: #ff9d92; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
        h1 { font-size: 1.75rem; margin: 0 0 1.5rem; }
        h2 { font-size: 1.2rem; margin: 0 0 .25rem; }
        h2.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        h3 { font-size: 1rem; margin: 0; }
        p { margin: .25rem 0; }
        a { color: var(--act); }
        section { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem 1.5rem; margin: 0 0 1.25rem; }
        .state { font-weight: 600; display: flex; align-items: center; gap: .5rem; }
        .dot { width: .7rem; height: .7rem; border-radius: 50%; border: 2px solid currentColor; }
        .state.on { color: var(--on); } .state.on .dot { background: currentColor; }
        .state.bad { color: var(--bad); }
        .state.off { color: var(--soft); }
        .small, .hint { color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
        .back { margin: 0 0 1rem; }
        .notice { border: 1px solid var(--line); border-left: .35rem solid var(--on); background: var(--card); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1.25rem; overflow-wrap: anywhere; }
        .notice.failure { border-left-color: var(--bad); }
        .connect { margin-top: .75rem; }
        .field { margin: .75rem 0; }
        label { display: block; font-weight: 600; }
        .hint { margin: 0 0 .25rem; }
        input { width: 100%; font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: .4rem; padding: .5rem .6rem; }
        button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .4rem 1.1rem; margin-top: .5rem; border: 1px solid var(--act); border-radius: .4rem; background: var(--act); color: var(--on-act); cursor: pointer; }
        button.second { background: transparent; color: var(--act); }
        :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; }
        .test { margin-top: 1rem; border-top: 1px solid var(--line); padding-top: 1rem; }
        .text { white-space: pre-line; overflow-wrap: anywhere; }
        summary { cursor: pointer; font-weight: 600; margin-top: .75rem; }
        pre { background: var(--page); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; overflow: auto; max-height: 20rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
        """);
}
