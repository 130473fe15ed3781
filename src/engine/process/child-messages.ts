// What a benchmark process and its starter say to each other (node IPC, structured clone). Inside this folder only; the tasks and answers
// themselves are protocol.ts.
import type { AnswerOf, Task } from './protocol.ts';

/** What the child is doing, so that the starter can say where a killed one was. */
export type Phase = 'loading' | 'inputs' | 'calling';

export interface TaskMessage {
  readonly task: Task;
  /** Console output after which the child says 'flooded'. */
  readonly maxOutputBytes: number;
  /** Load the variant, say 'loaded', and go on only after a GoMessage: several are made ready at once, and then each runs alone. */
  readonly hold: boolean;
}

export interface GoMessage {
  readonly kind: 'go';
}

export type ChildMessage =
  | { readonly kind: 'phase'; readonly phase: Phase; readonly caseLabel?: string }
  /** Held after loading. */
  | { readonly kind: 'loaded' }
  | { readonly kind: 'answer'; readonly answer: AnswerOf[Task['kind']] }
  | { readonly kind: 'thrown'; readonly phase: Phase; readonly caseLabel?: string; readonly error: ThrownError }
  /** Nothing is left that could ever settle what the child waits for. */
  | { readonly kind: 'stuck' }
  | { readonly kind: 'flooded' }
  /** A mistake of ours in the child. */
  | { readonly kind: 'internal'; readonly stack: string };

/** An error of user code as plain data. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  /** Of an ERR_ACCESS_DENIED: 'FileSystemWrite', 'ChildProcess', and the path. */
  readonly permission?: string;
  readonly resource?: string;
  readonly place?: { readonly file: string; readonly line: number };
}
