import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputsEntry } from '../../../src/model/variant.ts';
import { evaluateEntry, seeded, Workbench } from './workbench.ts';

const argsOf = (entry: InputsEntry, size: number): readonly unknown[] => entry.args?.(size, seeded(1)) ?? [];

describe('generated inputs', () => {
  let bench: Workbench;
  beforeAll(() => {
    bench = new Workbench();
  });
  afterAll(() => bench.remove());

  describe('of methods', () => {
    const grid = [
      'export class Grid {',
      '  readonly cells: number[];',
      '  constructor(readonly width: number, readonly height: number) { this.cells = new Array(width * height).fill(0); }',
      '  fill(value: number): void { this.cells.fill(value); }',
      '  get area(): number { return this.cells.length; }',
      '  static of(n: number): Grid { return new Grid(n, n); }',
      '}',
      'class Hidden { run(n: number): number { return n; } }',
      'export const hidden = new Hidden();',
      'export abstract class Base { twice(n: number): number { return n * this.one(); } abstract one(): number; }',
      'export class Concrete extends Base { one(): number { return 1; } }',
      'export class Locked { private constructor() {} run(n: number): number { return n; } }',
      'export class Store { constructor(private readonly socket: WebSocket) {} read(n: number): number { return n + this.socket.bufferedAmount; } }',
      'export function useGrid(grid: Grid): number { return grid.cells.length; }',
      'export default class { scale(by: number): number { return by; } }',
    ].join('\n');

    class GridDouble {
      readonly given: readonly unknown[];
      constructor(...given: unknown[]) {
        this.given = given;
      }
    }

    it('the receiver is constructed as the class asks, imported from the file of the subject', () => {
      const inputs = bench.inputs('grid.ts', grid, 'Grid.fill');
      const entry = evaluateEntry(inputs, { './grid.ts': { Grid: GridDouble } });
      const receiver = entry.receiver?.(5, seeded(1));
      expect(receiver).toBeInstanceOf(GridDouble);
      expect((receiver as GridDouble).given).toEqual([5, 5]);
      expect(argsOf(entry, 5)).toHaveLength(1);
      // Width times height: sizes stay small although the method has no loop of its own.
      expect(Math.max(...(entry.sizes ?? []))).toBeLessThanOrEqual(300);
    });

    it('a getter has a receiver and no arguments', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'Grid.area'), { './grid.ts': { Grid: GridDouble } });
      expect(argsOf(entry, 5)).toEqual([]);
      expect(entry.receiver?.(5, seeded(1))).toBeInstanceOf(GridDouble);
    });

    it('a static method needs no receiver', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'Grid.of'));
      expect(entry.receiver).toBeUndefined();
      expect(argsOf(entry, 9)).toEqual([9]);
    });

    it('an instance as an argument is constructed too', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'useGrid'), { './grid.ts': { Grid: GridDouble } });
      expect((argsOf(entry, 4)[0] as GridDouble).given).toEqual([4, 4]);
    });

    it('a method of an abstract class runs on a subclass of the same file', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'Base.twice'), {
        './grid.ts': { Concrete: GridDouble },
      });
      expect(entry.receiver?.(1, seeded(1))).toBeInstanceOf(GridDouble);
    });

    it('a method of an anonymous default class imports the default', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'default.scale'), {
        './grid.ts': { default: GridDouble, __esModule: true },
      });
      expect(entry.receiver?.(1, seeded(1))).toBeInstanceOf(GridDouble);
    });

    it.each([
      ['Hidden.run', /`this`.*not exported/],
      ['Locked.run', /constructor is not public/],
      ['Store.read', /`this`.*constructor needs socket: WebSocket/],
    ])('%s has no inputs, and the sentence says why', (name, sentence) => {
      expect(() => bench.inputs('grid.ts', grid, name)).toThrow(sentence);
    });
  });
});
