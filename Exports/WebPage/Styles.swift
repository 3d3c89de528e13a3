/// The page's style sheet.
///
/// It holds no character that XML or HTML would read as markup, so that both read it alike.
enum Styles {
  static let text = screen + small + paper

  private static let screen = """

    :root { color-scheme: light; --ink: #1c2b33; --soft: #52636d; --line: #d5dde1;
      --paper: #ffffff; --wash: #f3f7f9; --accent: #0b5c85; --loss: #9c3f00; --warn: #fff4e0; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial,
      sans-serif; font-variant-numeric: tabular-nums; }
    main, footer { max-width: 66rem; margin: 0 auto; padding: 0 1.5rem; }
    header { padding: 2.5rem 0 1rem; }
    h1 { font-size: clamp(1.9rem, 5vw, 2.9rem); line-height: 1.12; letter-spacing: -0.02em;
      margin: 0.2rem 0 0.5rem; overflow-wrap: anywhere; text-wrap: balance; }
    h2 { font-size: 1.45rem; line-height: 1.25; letter-spacing: -0.01em; margin: 0 0 0.9rem; }
    h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.8rem 0 0.5rem; }
    p { margin: 0 0 0.8rem; max-width: 44rem; overflow-wrap: anywhere; }
    ul { margin: 0 0 0.8rem; padding-left: 1.2rem; }
    li { margin: 0.25rem 0; max-width: 44rem; overflow-wrap: anywhere; }
    a { color: var(--accent); }
    section { border-top: 1px solid var(--line); padding: 2.2rem 0 1.2rem; }
    .kicker { color: var(--accent); font-weight: 600; margin: 0; }
    .who, .note, .caution, .place, .ground { color: var(--soft); }
    .summary { font-size: 1.08rem; }
    .note, .caution { font-size: 0.92rem; }
    .absent { font-style: italic; color: var(--soft); font-weight: 400; }
    .loss { color: var(--loss); }
    .result { background: var(--wash); border-radius: 0.75rem; border: 1px solid var(--line);
      margin: 1.4rem 0 2rem; display: grid; grid-template-columns: 1fr 15rem; }
    .headline { padding: 1.6rem 1.8rem 1rem; }
    .ratio { margin: 0 0 0.4rem; font-size: clamp(2.8rem, 8vw, 4.2rem); line-height: 1;
      font-weight: 700; letter-spacing: -0.03em; color: var(--accent); }
    .ratio .label { display: block; font-size: 0.95rem; letter-spacing: 0; color: var(--soft);
      font-weight: 600; line-height: 1.4; margin-bottom: 0.2rem; }
    .ratio .absent { font-size: 1.3rem; line-height: 1.3; letter-spacing: 0; display: block; }
    .sure { margin: 0 0 0.6rem; }
    figure.tornado { max-width: 34rem; }
    .lead { font-size: 1.25rem; line-height: 1.4; font-weight: 600; }
    .tiles { border-left: 1px solid var(--line); display: grid; align-content: stretch; }
    .tile { padding: 1rem 1.4rem; display: flex; flex-direction: column; justify-content: center; }
    .tile + .tile { border-top: 1px solid var(--line); }
    .tile .value { font-size: 1.5rem; font-weight: 700; line-height: 1.2; }
    .tile .value.absent { font-size: 1rem; font-weight: 400; }
    .tile .label { color: var(--soft); font-size: 0.92rem; }
    .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem 3rem;
      align-items: start; }
    figure { margin: 0 0 1rem; max-width: 29rem; }
    figure svg { display: block; width: 100%; height: auto; }
    .line { display: block; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0.4rem 1.4rem; list-style: none; padding: 0;
      margin: 0 0 1.6rem; font-size: 0.95rem; }
    nav li { margin: 0; }
    section { scroll-margin-top: 3rem; }
    .scroll { overflow-x: auto; margin: 0 0 1.6rem; background:
      linear-gradient(to left, var(--paper), rgba(255, 255, 255, 0)) right / 3rem 100% no-repeat local,
      linear-gradient(to left, rgba(28, 43, 51, 0.22), rgba(28, 43, 51, 0)) right / 0.8rem 100%
      no-repeat scroll; }
    table { border-collapse: collapse; width: 100%; font-size: 0.94rem; line-height: 1.4; }
    caption { text-align: left; font-weight: 600; padding: 0 0 0.4rem; }
    th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.9rem 0.45rem 0;
      border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { color: var(--soft); font-size: 0.86rem; font-weight: 600; vertical-align: bottom;
      border-bottom: 2px solid var(--ink); }
    .n { text-align: right; white-space: nowrap; }
    thead .n, .n .absent { white-space: normal; }
    tr.group th { padding-top: 1.3rem; border-bottom-color: var(--ink); }
    tr.group strong { display: block; font-size: 1.05rem; }
    tr.group .who { margin-right: 0.7rem; }
    tr.group .ground { font-size: 0.88rem; }
    tr.sum th, tr.sum td { font-weight: 700; border-bottom: 2px solid var(--ink); }
    .steps th[scope="row"] { white-space: nowrap; }
    tr.out { color: var(--soft); }
    code { font-size: 0.76rem; word-break: break-all; }
    .measures { display: flex; flex-wrap: wrap; gap: 1rem; }
    article { flex: 1 1 18rem; border: 1px solid var(--line); border-radius: 0.75rem; padding: 1.1rem 1.3rem;
      min-width: 0; }
    article.wide { flex-basis: 100%; }
    article h3 { margin: 0; }
    article .big { margin: 0.1rem 0 0.4rem; font-size: 1.9rem; font-weight: 700; line-height: 1.2;
      color: var(--accent); }
    article .big .absent { display: block; font-size: 1rem; font-weight: 400; line-height: 1.5; }
    article .pair { margin-top: 1.2rem; }
    article .big .loss { color: var(--loss); }
    .parts { list-style: none; padding: 0; font-size: 0.95rem; }
    .references { font-size: 0.92rem; }
    dl { margin: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr));
      gap: 0.9rem 2rem; }
    dt { color: var(--soft); font-size: 0.88rem; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .findings { list-style: none; padding: 0; }
    .findings li { border-left: 0.3rem solid var(--line); padding: 0.4rem 0 0.4rem 0.9rem;
      margin: 0.6rem 0; }
    .findings .warning { border-left: 0.3rem double var(--loss); }
    .findings .error { border-left: 0.3rem solid var(--loss); background: var(--warn); }
    .findings .place { display: block; font-size: 0.85rem; }
    p.warning { background: var(--warn); padding: 0.3rem 0.6rem; font-size: 0.92rem; }
    #figures table { font-size: 0.82rem; }
    #figures table { table-layout: fixed; }
    #figures td, #figures th { overflow-wrap: anywhere; white-space: normal; }
    #figures th:nth-child(1) { width: 28%; }
    #figures th:nth-child(2) { width: 20%; }
    #figures th:nth-child(3) { width: 19%; }
    details { margin: 0 0 0.8rem; }
    summary { cursor: pointer; font-weight: 600; }
    .tree, .tree ul { padding-left: 1.1rem; border-left: 1px solid var(--line); list-style: none; }
    .tree li { max-width: none; }
    footer { color: var(--soft); font-size: 0.88rem; padding-bottom: 2rem;
      border-top: 1px solid var(--line); padding-top: 1rem; }
    .stamp { position: sticky; top: 0; z-index: 2; max-width: none; margin: 0; padding: 0.5rem 1rem;
      text-align: center; background: var(--loss); color: #ffffff; }
    .watermark { position: fixed; inset: 0; display: grid; place-content: center; z-index: 1;
      pointer-events: none; font-size: clamp(5rem, 22vw, 13rem); font-weight: 800;
      transform: rotate(-28deg); color: #9c3f00; opacity: 0.07; }

    """

  private static let small = """
    @media screen and (max-width: 46rem) {
      main, footer { padding-left: 1rem; padding-right: 1rem; }
      header { padding-top: 1.4rem; }
      .result { grid-template-columns: 1fr; }
      .headline { padding: 1.2rem 1.2rem 0.6rem; }
      .tiles { border-left: 0; border-top: 1px solid var(--line); }
      .tile { padding: 0.7rem 1.2rem; flex-direction: row-reverse; justify-content: space-between;
        align-items: baseline; gap: 1rem; }
      .tile .value { font-size: 1.15rem; text-align: right; }
      .pair { grid-template-columns: minmax(0, 1fr); }
      article { flex-basis: 100%; }
      .steps thead { display: none; }
      .steps, .steps caption, .steps tbody { display: block; }
      .steps tr { display: grid; grid-template-columns: 1fr auto; padding: 0.45rem 0;
        border-bottom: 1px solid var(--line); }
      .steps th, .steps td, .steps tr.sum th, .steps tr.sum td { border: 0; padding: 0; }
      .steps td { grid-column: 1 / -1; grid-row: 2; color: var(--soft); font-size: 0.9rem;
        overflow-wrap: anywhere; }
      .steps td.n { grid-column: 2; grid-row: 1; color: inherit; font-size: inherit; }
      .steps tr.group { display: block; padding-top: 1.2rem; border-color: var(--ink); }
      .steps tr.sum { border-bottom: 2px solid var(--ink); }
      tr.group .ground { display: block; }
      #sources table, #figures table, #inputs table, #stakeholders table { min-width: 44rem; }
      .scroll:focus-visible { outline: 2px solid var(--accent); }
    }

    """

  private static let paper = """
    @page { size: A4; margin: 16mm 15mm; }
    @media print {
      html { font-size: 9.5pt; }
      body { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      main, footer { max-width: none; padding-left: 0; padding-right: 0; }
      header { padding-top: 0; }
      .result { grid-template-columns: 1fr 13rem; margin: 1rem 0 1.2rem; }
      section { padding: 1.2rem 0 0.4rem; }
      h2, h3, caption, thead, tr.group { break-after: avoid; }
      tr, #value tbody, li, .pair, figure, article, .result, .tile, dl div { break-inside: avoid; }
      article.wide { break-inside: auto; }
      nav { display: none; }
      thead { display: table-header-group; }
      .scroll { overflow: visible; background: none; }
      .pair { gap: 1rem 2rem; }
      figure { max-width: 27rem; }
      p, li { orphans: 3; widows: 3; }
      .stamp { position: static; border-radius: 0.3rem; margin-bottom: 1rem; }
      .watermark { opacity: 0.1; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
