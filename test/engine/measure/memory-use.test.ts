// Bytes per call, the collector's share and the resident set, of functions in real processes whose allocations can be counted by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SamplingProcesses, samplingProcesses } from './sampling-processes.ts';

let processes: SamplingProcesses;
beforeAll(async () => {
  processes = await samplingProcesses();
});
afterAll(() => processes.dispose());

const inputs = (size: number): string => `export const inputs = { sizes: [${size}], args: (n) => [n] };`;

describe('bytes allocated per call', () => {
  // A busy machine compiles while the readings are taken, which allocates: then there is rightly no figure.
  it('are none for arithmetic, and then the collector has nothing to do', { retry: 3 }, async () => {
    const body = 'export const call = (receiver, [n]) => { let s = 0; for (let i = 0; i < n; i++) s += i; return s; };';
    const answer = await processes.sampled(body + inputs(100));
    expect(answer.allocatedBytesPerCall).toBe(0);
    expect(answer.collector?.milliseconds).toBe(0);
  });

  it('are those of the objects made: 100 of three fields and their list', async () => {
    const body = `export const call = (receiver, [n]) => {
      const list = new Array(n);
      for (let i = 0; i < n; i++) list[i] = { a: i, b: i, c: i };
      return list.length;
    };`;
    // A field takes 8 bytes (4 where pointers are compressed), an object three more for its header.
    const { allocatedBytesPerCall } = await processes.sampled(body + inputs(100), { warmupMs: 60 });
    expect(allocatedBytesPerCall).toBeGreaterThan(100 * 4 * 7);
    expect(allocatedBytesPerCall).toBeLessThan(100 * 8 * 8);
  });

  it('are found for calls that allocate more than the young generation holds, collections and all', async () => {
    const body = `export const call = (receiver, [n]) => {
      const list = [];
      for (let i = 0; i < n; i++) list.push({ a: i, b: i, c: i });
      return list.length;
    };`;
    const size = 500_000;
    const answer = await processes.sampled(body + inputs(size), { sampleMs: 2000 });
    // At least the objects; the list is copied every time that it grows.
    expect(answer.allocatedBytesPerCall).toBeGreaterThan(size * 4 * 6);
    expect(answer.allocatedBytesPerCall).toBeLessThan(size * 8 * 12);
    expect(answer.collector?.milliseconds).toBeGreaterThan(0);
  }, 20_000);

  it('count array buffers, which live outside of the heap', async () => {
    const body = 'export const call = (receiver, [n]) => new Float64Array(n);';
    const { allocatedBytesPerCall } = await processes.sampled(body + inputs(1000), { warmupMs: 60 });
    // Unknown when a collection came in between too often; never wrong.
    if (allocatedBytesPerCall !== undefined) {
      expect(allocatedBytesPerCall).toBeGreaterThan(7000);
      expect(allocatedBytesPerCall).toBeLessThan(9500);
    }
  });
});

describe('the resident set', () => {
  it('is given with what the process had before it loaded the variant, and grows by what the module holds', async () => {
    const small = 'export const call = (receiver, [n]) => n + 1;';
    const large = `const table = new Uint8Array(100_000_000).fill(1); export const call = (receiver, [n]) => table[n];`;
    const [light, heavy] = [await processes.sampled(small + inputs(3)), await processes.sampled(large + inputs(3))];
    const added = ({ peakRssBytes, ownRssBytes }: typeof light): number => peakRssBytes - (ownRssBytes ?? 0);
    expect(light.ownRssBytes).toBeGreaterThan(10_000_000);
    expect(added(light)).toBeGreaterThanOrEqual(0);
    expect(added(heavy) - added(light)).toBeGreaterThan(80_000_000);
    expect(added(heavy)).toBeLessThan(160_000_000);
  });
});
