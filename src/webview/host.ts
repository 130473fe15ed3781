// What is on the other side of the page: VS Code's panel, or nobody in the exported HTML file.
import type { FromPanel, PanelState, ToPanel } from '../protocol/report-panel-protocol.ts';

export interface Host {
  send(message: FromPanel): void;
  onState(listener: (state: PanelState) => void): void;
}

interface VsCodeApi {
  postMessage(message: FromPanel): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export function connectToEditor(): Host {
  const api = acquireVsCodeApi();
  return {
    send: (message) => api.postMessage(message),
    onState(listener) {
      // Anything may post to a window; only the extension's messages have a state.
      window.addEventListener('message', (event: MessageEvent<Partial<ToPanel>>) => {
        if (event.data.state !== undefined) listener(event.data.state);
      });
    },
  };
}

export const nobody: Host = { send: () => undefined, onState: () => undefined };
