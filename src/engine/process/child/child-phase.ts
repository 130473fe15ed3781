// How a task tells its starter what it is about to do. Awaited, so that the word is out before the code that may never come back.
import type { Phase } from '../child-messages.ts';

export type EnterPhase = (phase: Phase, caseLabel?: string) => Promise<void>;
