/** The style sheet of every book: the measure, the type and the light are the reader's own. */
export const BOOK_STYLE = `h1, h2, h3 { line-height: 1.2; page-break-after: avoid; }
h2 { font-size: 1.1em; margin: 0; }
a { color: inherit; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; }
figcaption, .facts, .tombstone { font-size: 0.85em; margin: 0.2em 0; }
.tombstone { font-style: italic; }
.summary { font-weight: bold; }
.comment { margin: 1.5em 0 0; }
.level-1, .level-2, .level-3, .level-4 { border-left: 1px solid; padding-left: 0.8em; }
.level-2 { margin-left: 0.8em; }
.level-3 { margin-left: 1.6em; }
.level-4 { margin-left: 2.4em; }
[dir="rtl"] .level-1, [dir="rtl"] .level-2, [dir="rtl"] .level-3, [dir="rtl"] .level-4 {
  border-left: 0; padding-left: 0; border-right: 1px solid; padding-right: 0.8em;
}
[dir="rtl"] .level-2 { margin: 1.5em 0.8em 0 0; }
[dir="rtl"] .level-3 { margin: 1.5em 1.6em 0 0; }
[dir="rtl"] .level-4 { margin: 1.5em 2.4em 0 0; }
blockquote { margin: 0.5em 1em; font-style: italic; }
pre { white-space: pre-wrap; }
pre.plain { font-family: inherit; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2em 0.5em; }
td.center, th.center { text-align: center; }
td.right, th.right { text-align: right; }
.marked { list-style: none; padding: 0; }
.marked .marked { padding: 0 1.2em; }
.control { border: 1px solid; font-size: 0.85em; }
.stacked { display: inline-block; overflow: hidden; height: 1.5em; }
nav ol { list-style: none; padding: 0 1em; }
.cover { text-align: center; }
.cover h1 { margin-top: 30%; }
`;
