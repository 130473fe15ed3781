// Messages between the extension host and the engine process (node IPC, JSON). Types only.
import type { BenchOptions } from '../model/bench-options.ts';
import type { FunctionListing } from '../model/function-listing.ts';
import type { RunProgress } from '../model/progress.ts';
import type { Report } from '../model/report.ts';
import type { StrategyRow } from './report-panel-protocol.ts';

/** Each request carries an id; `cancel` names the id of the request to stop. */
export type EngineRequest =
  | { readonly id: number; readonly method: 'list'; readonly params: { readonly file: string; readonly text?: string } }
  | { readonly id: number; readonly method: 'bench'; readonly params: BenchOptions }
  | {
      readonly id: number;
      readonly method: 'inputs-template';
      readonly params: { readonly file: string; readonly text?: string; readonly name: string };
    }
  | { readonly id: number; readonly method: 'find-node'; readonly params: FindNodeParams }
  | { readonly id: number; readonly method: 'cancel'; readonly params: { readonly target: number } };

export interface FindNodeParams {
  /** The `speedlens.nodePath` setting, or undefined. */
  readonly configured?: string;
  /** Folder of the subject: version files are looked up from here. */
  readonly folder: string;
  /** Login shell to ask when PATH has no Node; may be empty. */
  readonly shell?: string;
}

export interface FoundNode {
  readonly path: string;
  readonly version: string;
  readonly runtime: 'node' | 'electron';
  /** Sentences to show: a version file that asks for another version, a fallback that was taken. */
  readonly notes: readonly string[];
}

export interface EngineResults {
  readonly list: readonly FunctionListing[];
  readonly bench: Report;
  readonly 'inputs-template': { readonly path: string; readonly text: string; readonly exists: boolean };
  readonly 'find-node': FoundNode;
  readonly cancel: null;
}

/** What the user can mend arrives as a failure; our own bugs as 'internal' with the stack for the log. */
export interface EngineFailure {
  readonly code: string;
  readonly sentence: string;
  readonly nextStep: string;
  readonly stack?: string;
}

export type EngineMessage =
  /** Sent once after the start, with the catalogue, so that rows of the report stand before their answers. */
  | { readonly kind: 'ready'; readonly strategies?: readonly StrategyRow[] }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: RunProgress }
  | { readonly kind: 'result'; readonly id: number; readonly result: EngineResults[keyof EngineResults] }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: EngineFailure }
  | { readonly kind: 'cancelled'; readonly id: number };
