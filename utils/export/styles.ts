/** What a book and a single file share. */
const text = `h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
.standfirst { font-size: 1.15em; }
.facts, footer { font-size: 0.85em; opacity: 0.8; }
footer { margin-top: 3em; border-top: 1px solid; padding-top: 0.5em; overflow-wrap: anywhere; }
figure { margin: 1.5em 0; }
figcaption, .caption { font-size: 0.85em; opacity: 0.8; }
img { max-width: 100%; height: auto; }
blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid; }
table { border-collapse: collapse; font-size: 0.9em; }
th, td { border: 1px solid; padding: 0.3em 0.6em; text-align: start; vertical-align: top; }
pre { white-space: pre-wrap; font-size: 0.85em; }
`;

/** Style of the single HTML file: a page of print, in light or dark as the system is. */
export const fileStyle = `:root { color-scheme: light dark; }
body { margin: 0; padding: 2rem 1rem 4rem; background: #fbf8f2; color: #25211c; font: 1.15rem/1.6 Georgia, "Noto Serif", serif; }
article { max-width: 38rem; margin: 0 auto; overflow-wrap: break-word; }
a { color: inherit; }
@media (prefers-color-scheme: dark) { body { background: #1d1b19; color: #ddd6cc; } }
@media print { body { background: none; color: #000; padding: 0; } }
${text}`;

/** Style of a book: the reading system sets size, face and colours. */
export const bookStyle = `body { margin: 0; }
h1 { font-size: 1.6em; }
${text}`;
