// The shell of the report page: fixed markup with a strict content policy. Data enters by message only, so nothing is put in here.
import { randomBytes } from 'node:crypto';
import type { Uri, Webview } from 'vscode';

export function panelHtml(webview: Webview, assets: { readonly script: Uri; readonly style: Uri }): string {
  const nonce = randomBytes(16).toString('base64url');
  const policy = [
    `default-src 'none'`,
    `img-src ${webview.cspSource} data:`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${webview.asWebviewUri(assets.style)}">
<title>Speedlens</title>
</head>
<body>
<div id="report"></div>
<script nonce="${nonce}" src="${webview.asWebviewUri(assets.script)}"></script>
</body>
</html>
`;
}
