// One signature as people write it, and what must hold for the arguments that are made for it.

type Check = (args: readonly unknown[], size: number) => void;

export interface Row {
  readonly title: string;
  readonly text: string;
  /** 1-based line of the subject; 1 when absent. */
  readonly line?: number;
  readonly file?: string;
  readonly sizes?: readonly number[];
  readonly check: Check;
}

export const isNumbers = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isFinite(item));
export const isWhole = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => Number.isInteger(item));
export const isStrings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
export const lengthOf = (value: unknown): number => (value as { length: number }).length;
