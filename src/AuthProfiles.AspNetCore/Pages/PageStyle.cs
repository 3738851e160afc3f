namespace AuthProfiles.AspNetCore.Pages;

/// <summary>The look of the page: readable on any screen, in light and dark, with a contrast of 4.5 and more.</summary>
internal static class PageStyle
{
    public static void Add(Html html) => html.Add($$"""
        :root { color-scheme: light dark; --ink: #1d2430; --soft: #566072; --line: #d5dae2; --edge: #7a8496; --page: #f4f6f9; --card: #ffffff; --act: #0b57b8; --act-over: #08458f; --on-act: #ffffff; --on: #146536; --on-tint: #e2f4e9; --off-tint: #eceff4; --bad: #a3271d; --bad-tint: #fdeae8; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf3; --soft: #aab3c2; --line: #3a4353; --edge: #7c879a; --page: #141922; --card: #1d2430; --act: #8ab8ff; --act-over: #b1cfff; --on-act: #0d1422; --on: #86dca7; --on-tint: #18382a; --off-tint: #2b3443; --bad: #ffa79d; --bad-tint: #47221f; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
        h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1.25rem; }
        h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .25rem; }
        p { margin: 0 0 .75rem; }
        a { color: var(--act); }
        section { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem 1.5rem 1.5rem; margin: 0 0 1.25rem; }
        section > :last-child { margin-bottom: 0; }
        .back { margin: 0 0 .5rem; }
        .back a { display: inline-block; padding: .25rem 0; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .state { display: flex; width: fit-content; max-width: 100%; align-items: baseline; gap: .5rem; margin: 0 0 1rem; padding: .2rem .8rem; border-radius: 1rem; font-weight: 600; font-size: .95rem; }
        .dot { flex: none; width: .65rem; height: .65rem; border-radius: 50%; border: 2px solid currentColor; }
        .on { color: var(--on); } .bad { color: var(--bad); } .off { color: var(--soft); }
        .state.on { background: var(--on-tint); } .state.bad { background: var(--bad-tint); } .state.off { background: var(--off-tint); }
        .state.on .dot { background: currentColor; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .4rem 1rem; margin: 0 0 1rem; font-size: .95rem; }
        dt { color: var(--soft); }
        dd { margin: 0; }
        .scopes { display: flex; flex-wrap: wrap; gap: .35rem; list-style: none; margin: 0; padding: 0; }
        .scopes li { max-width: 100%; background: var(--off-tint); border-radius: .35rem; padding: 0 .5rem; font: .85rem/1.75 ui-monospace, monospace; }
        .notice { border: 1px solid var(--line); border-left: .35rem solid var(--on); background: var(--card); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1.25rem; white-space: pre-line; }
        .notice.failure { border-left-color: var(--bad); }
        .field { margin: 0 0 1rem; }
        label { display: block; font-weight: 600; }
        .hint { color: var(--soft); font-size: .9rem; margin: 0 0 .25rem; }
        input { width: 100%; min-height: 2.75rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--edge); border-radius: .4rem; padding: .5rem .75rem; }
        ::placeholder { color: var(--soft); opacity: 1; }
        button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .4rem 1.1rem; border: 1px solid var(--act); border-radius: .4rem; background: var(--act); color: var(--on-act); cursor: pointer; }
        button:hover { background: var(--act-over); border-color: var(--act-over); }
        .second, .danger { background: transparent; color: var(--act); }
        .danger { border-color: var(--bad); color: var(--bad); }
        .second:hover, .danger:hover { background: var(--off-tint); }
        .danger:hover { border-color: var(--bad); }
        :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
        [tabindex="-1"]:focus { outline: none; }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem; }
        .test { margin-top: 1.5rem; border-top: 1px solid var(--line); padding-top: 1.25rem; }
        .text { white-space: pre-line; }
        summary { cursor: pointer; font-weight: 600; padding: .6rem 0; }
        pre { background: var(--page); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; margin: 0 0 .5rem; overflow: auto; max-height: 20rem; white-space: pre-wrap; font: .85rem/1.5 ui-monospace, monospace; }
        @media (max-width: 30rem) { main { padding-top: 1.25rem; } section { padding: 1rem 1rem 1.25rem; } dl { grid-template-columns: minmax(0, 1fr); gap: .1rem; } dd { margin-bottom: .5rem; } }
        """);
}
