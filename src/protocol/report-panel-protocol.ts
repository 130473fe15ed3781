// Messages between the extension and the report page. Data enters the page by message only. Types only.

import type { RunProgress } from '../model/progress.ts';
import type { Report } from '../model/report.ts';
import type { EngineFailure } from './engine-protocol.ts';

export interface PanelState {
  /** What is shown when nothing else is known yet: "Benchmarking matmul ...". */
  readonly title: string;
  readonly report?: Report;
  readonly progress?: RunProgress;
  readonly failure?: EngineFailure;
  /** The file was edited since the run: results are shown, Apply is off. */
  readonly stale: boolean;
  readonly running: boolean;
  /** False in the exported HTML file: no Compare, Apply, Run again, jump to line. */
  readonly interactive: boolean;
  /** Ids and titles of the strategies in catalogue order, so that rows stand before their answers. */
  readonly strategies: readonly StrategyRow[];
}

export interface StrategyRow {
  readonly id: string;
  readonly title: string;
  readonly folklore: string;
  readonly whenNotToUse: string;
}

export type ToPanel = { readonly type: 'state'; readonly state: PanelState };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly line: number; readonly column?: number }
  | { readonly type: 'heat-strip' }
  | { readonly type: 'compare'; readonly strategy: string }
  | { readonly type: 'apply'; readonly strategy: string }
  | { readonly type: 'run-again' }
  | { readonly type: 'cancel' }
  | { readonly type: 'save-html' }
  | { readonly type: 'copy-markdown' };
