// The self-contained HTML file: the same page as in VS Code, with its script, its style and the reports inside.
// The data stand in a JSON block that the page reads; text from the user's code never becomes markup.
import type { Report } from '../model/report.ts';

export interface HtmlAssets {
  /** Text of dist/webview.js. */
  readonly script: string;
  /** Text of media/report.css. */
  readonly style: string;
}

export interface HtmlStrategyRow {
  readonly id: string;
  readonly title: string;
  readonly folklore: string;
  readonly whenNotToUse: string;
}

export function reportsToHtml(
  reports: readonly Report[],
  strategies: readonly HtmlStrategyRow[],
  assets: HtmlAssets,
): string {
  const names = reports.map((report) => report.subject.name).join(', ');
  const data = JSON.stringify({ reports, strategies })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Speedlens: ${escaped(names.length > 120 ? `${reports.length} functions` : names)}</title>
<style>
${assets.style.replaceAll('</', '<\\/')}
</style>
</head>
<body class="exported">
<div id="report"></div>
<script type="application/json" id="speedlens-data">${data}</script>
<script>
${assets.script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}
</script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
