namespace AuthProfiles.Samples.Consent;

/// <summary>The look of the local login. It is another one than the applications', as that of a real provider is.</summary>
internal static class ConsentStyle
{
    public const string Text = """
        :root { color-scheme: light dark; --ink: #21202a; --soft: #5c5a6b; --line: #d8d5e3; --page: #efedf6; --card: #ffffff; --act: #5b3cc4; --on-act: #ffffff; --bad: #a3271d; }
        @media (prefers-color-scheme: dark) { :root { --ink: #eceaf5; --soft: #b3afc6; --line: #454058; --page: #17151f; --card: #221f2e; --act: #b7a4ff; --on-act: #17122b; --bad: #ff9d92; } }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: start center; padding: 8vh 1rem 2rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
        main { width: 100%; max-width: 26rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 2rem; }
        .provider { margin: 0 0 .75rem; color: var(--soft); font-size: .9rem; }
        h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 0 1rem; overflow-wrap: anywhere; }
        p { margin: 0 0 1rem; overflow-wrap: anywhere; }
        ul { margin: 0 0 1.25rem; padding: 0; list-style: none; }
        .accounts a { display: flex; align-items: center; min-height: 3rem; padding: .5rem 1rem; margin: 0 0 .5rem; border: 1px solid var(--line); border-radius: .6rem; color: var(--act); font-weight: 600; text-decoration: none; overflow-wrap: anywhere; }
        .accounts a:hover { border-color: var(--act); text-decoration: underline; }
        .scopes li { padding: .4rem 0 .4rem 1rem; border-left: .25rem solid var(--act); margin: 0 0 .4rem; font-family: ui-monospace, monospace; font-size: .9rem; overflow-wrap: anywhere; }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; }
        button { font: inherit; font-weight: 600; min-height: 2.75rem; min-width: 7rem; padding: .4rem 1.25rem; border: 1px solid var(--act); border-radius: .6rem; background: var(--act); color: var(--on-act); cursor: pointer; }
        button.second { background: transparent; color: var(--act); }
        a { color: var(--act); }
        :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
        .small { color: var(--soft); font-size: .9rem; margin: 1rem 0 0; }
        .bad { color: var(--bad); }

        """;
}
