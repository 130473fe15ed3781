// The cancellable notification of a run: phase, round and the time left.
import * as vscode from 'vscode';
import type { RunProgress } from '../model/progress.ts';
import { formatSeconds } from '../present/format-duration.ts';

export function withRunNotification<Result>(
  name: string,
  run: (notify: (progress: RunProgress) => void, token: vscode.CancellationToken) => Promise<Result>,
): Promise<Result> {
  const options = { location: vscode.ProgressLocation.Notification, title: `Benchmarking ${name}`, cancellable: true };
  return Promise.resolve(
    vscode.window.withProgress(options, (notification, token) => {
      let shownPercent = 0;
      return run((progress) => {
        const percent = Math.max(shownPercent, percentDone(progress));
        notification.report({ message: progressMessage(progress), increment: percent - shownPercent });
        shownPercent = percent;
      }, token);
    }),
  );
}

/** 'measuring: round 3 of 8, about 6.2 s left' */
export function progressMessage(progress: RunProgress): string {
  const { phase, message, remainingMs } = progress;
  const clause = message.toLowerCase().startsWith(phase) ? message : `${phase}: ${message}`;
  return remainingMs === undefined ? clause : `${clause}, about ${formatSeconds(remainingMs)} left`;
}

function percentDone({ elapsedMs, remainingMs }: RunProgress): number {
  return remainingMs === undefined ? 0 : (100 * elapsedMs) / Math.max(1, elapsedMs + remainingMs);
}
