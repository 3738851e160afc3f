namespace WebConnect.Pages;

/// <summary>The look of the program: readable on any screen, in light and dark.</summary>
internal static class AppStyle
{
    public const string Text = """
        :root { color-scheme: light dark; --ink: #1d2430; --soft: #566072; --line: #d5dae2; --page: #f4f6f9; --card: #ffffff; --act: #0b57b8; --on-act: #ffffff; --good: #17703b; --bad: #a3271d; --chip: #e6ecf5; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf3; --soft: #aab3c2; --line: #3a4353; --page: #141922; --card: #1d2430; --act: #8ab8ff; --on-act: #0d1422; --good: #7fd6a0; --bad: #ff9d92; --chip: #2b3547; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; }
        header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; padding: .75rem 1.5rem; background: var(--card); border-bottom: 1px solid var(--line); }
        header p, header form { margin: 0; }
        header form { margin-left: auto; display: flex; align-items: center; gap: 1rem; }
        nav { display: flex; gap: 1.25rem; }
        .brand { font-weight: 700; font-size: 1.1rem; }
        main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
        h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
        p { margin: 0 0 .75rem; overflow-wrap: anywhere; }
        a { color: var(--act); }
        .back { margin: 0 0 .5rem; }
        .back a { display: inline-block; padding: .25rem 0; }
        .card, table { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
        .card { padding: 1.25rem 1.5rem; margin: 0 0 1.25rem; }
        .card > :last-child { margin-bottom: 0; }
        .narrow { max-width: 26rem; }
        table { width: 100%; border-collapse: separate; border-spacing: 0; }
        th, td { text-align: left; padding: .7rem 1rem; vertical-align: top; }
        tbody tr > * { border-top: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; }
        tbody td { overflow-wrap: break-word; }
        th[scope=col] { color: var(--soft); font-size: .85rem; font-weight: 600; }
        th a { display: inline-block; padding: .2rem 0; }
        td.number, td.date { white-space: nowrap; color: var(--soft); }
        .chips { display: flex; flex-wrap: wrap; gap: .4rem; margin: 0 0 1rem; padding: 0; list-style: none; }
        .chips li, .chip { background: var(--chip); border-radius: 1rem; padding: .1rem .7rem; font-size: .85rem; }
        .text { white-space: pre-line; }
        .small { color: var(--soft); font-size: .9rem; }
        .comment { border-top: 1px solid var(--line); padding-top: .75rem; margin-top: .75rem; }
        .notice { border: 1px solid var(--line); border-left: .35rem solid var(--good); background: var(--card); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1.25rem; }
        .notice.failure { border-left-color: var(--bad); }
        .priority { font-weight: 700; }
        .field { margin: 0 0 1rem; }
        label { display: block; font-weight: 600; }
        input { width: 100%; font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: .4rem; padding: .5rem .6rem; }
        button, .button { display: inline-block; font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.1rem; border: 1px solid var(--act); border-radius: .4rem; background: var(--act); color: var(--on-act); cursor: pointer; text-decoration: none; }
        button.second { background: transparent; color: var(--act); }
        form .small { margin: 1rem 0 0; }
        :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
        @media (max-width: 34rem) { td.date, th.date { display: none; } th, td { padding: .6rem .5rem; } header form { margin-left: 0; } }

        """;
}
