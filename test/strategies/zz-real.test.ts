import { test } from 'vitest';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createProjects } from '../../src/engine/source/project.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import * as locate from '../../src/engine/source/locate-functions.ts';
import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
const files: string[] = [];
const walk = (d: string) => { for (const n of readdirSync(d)) { const p = join(d, n); if (statSync(p).isDirectory()) { if (n !== 'node_modules') walk(p); } else if (/\.(ts|js|mjs|cjs)$/.test(n) && !/\.d\.ts$/.test(n) && statSync(p).size < 80000) files.push(p); } };
for (const d of ['examples', 'src/engine/source', 'src/engine/statistics', 'node_modules/diff', 'node_modules/leven', 'node_modules/fastest-levenshtein', 'node_modules/ajv/dist/runtime', 'node_modules/tinybench/dist', 'node_modules/fast-check/lib', 'node_modules/js-levenshtein','node_modules/piscina/dist','node_modules/source-map-js/lib','node_modules/pako','node_modules/minimatch/dist']) { try { walk(d); } catch { } }
test('real', () => {
  const projects = createProjects();
  const codes: Record<string, number> = {}; let n = 0, slow = 0;
  const end = Date.now() + 300_000;
  for (const f of files) {
    if (Date.now() > end) break;
    const file = join(process.cwd(), f);
    let list; try { list = locate.locateFunctions(file, readFileSync(file,'utf8')); } catch (e) { console.log('LIST', f, String(e).slice(0,100)); continue; }
    for (const item of list.map((x: any) => x.listing ?? x)) {
      let s; try { s = openSubject({ file, select: { name: item.name } }, projects); } catch { continue; }
      n++;
      const t = performance.now();
      const p = typedArrays.propose({ subject: s, effects: { effects: [] }, observed: [], hasSequence: false });
      const d = performance.now() - t; if (d > 150) { slow++; console.log('SLOW', f, item.name, d.toFixed(0)); }
      if (p.kind === 'candidates') { console.log('CAND', f, item.name, p.candidates[0].summary, p.candidates[0].caveats.length); codes['ok'] = (codes['ok'] ?? 0) + 1; }
      else for (const r of p.reasons) { codes[r.code] = (codes[r.code] ?? 0) + 1; if (r.code !== 'T0' && r.code !== 'T1' && r.code!=='C4') console.log(r.code, f, item.name, r.line, r.message.slice(0, 90)); }
    }
  }
  console.log(n, files.length, codes, slow);
}, 400_000);
