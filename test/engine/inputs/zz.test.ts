import { it } from 'vitest';
import { appendFileSync, readFileSync } from 'node:fs';
const say = (...x: unknown[]) => appendFileSync('/tmp/ex_t/say.log', x.map(y => y instanceof Error ? y.stack : typeof y === 'string' ? y : JSON.stringify(y)).join(' ') + '\n');
import { execSync } from 'node:child_process';
import ts from 'typescript';
import { gatherInputs } from '../../../src/engine/inputs/gather-inputs.ts';
import { inputsTemplate } from '../../../src/engine/inputs/inputs-template.ts';
import { locateFunctions } from '../../../src/engine/source/locate-functions.ts';
import { openSubject } from '../../../src/engine/source/open-subject.ts';
import { createProjects } from '../../../src/engine/source/project.ts';
it('survives', () => {
  const p = createProjects();
  const files = execSync("ls /work/main/node_modules/{semver,lodash,d3-array,mathjs,ramda,date-fns,tinybench,ajv,commander,minimatch,balanced-match,brace-expansion,picomatch,micromatch,fast-check,eslint,graceful-fs,tar-fs,mime,uc.micro,linkify-it,markdown-it}/{,lib/,dist/,functions/,internal/}*.js 2>/dev/null | awk 'NR % 12 == 0' | head -50; ls /work/main/src/engine/*/*.ts | awk 'NR % 4 == 0'", {shell:'/bin/bash'}).toString().trim().split('\n');
  let n = 0, ok = 0, no = 0; const why: Record<string, number> = {};
  for (const f of files) { const t = readFileSync(f, 'utf8'); if (t.length > 60000) continue;
    say('FILE', f, n); let list; try { list = locateFunctions(f, t); } catch (e) { say('LOC', f, e); continue; }
    for (const located of list.slice(0, 6)) { const l = located.listing; if (l.notRunnable) continue; n++;
      try { const s = openSubject({ file: f, text: t, select: { line: l.line } }, p); 
        const tpl = inputsTemplate(s); if (ts.transpileModule(tpl.text, { reportDiagnostics: true, fileName: tpl.path, compilerOptions: {allowJs: true} }).diagnostics?.length) say('BADTPL', f, l.name, tpl.text);
        const i = gatherInputs(s, {}); ok++; 
        if (i.source.kind === 'text') { const d = ts.transpileModule(i.source.text, { reportDiagnostics: true }).diagnostics; if (d?.length) say('BAD', f, l.name, i.source.text); if (Math.random() < 0.03) say(f, t.slice(l.start, l.start+300), '\n=>\n', i.source.text.slice(i.source.text.indexOf('export default')), i.notes); }
      } catch (e) { if ((e as {code?: string}).code) { no++; const k = (e as Error).message.replace(/.*because/, '').slice(0, 60); why[k] = (why[k] ?? 0) + 1; } else say('CRASH', f, l.name, e); }
    } }
  say(n, ok, no, Object.entries(why).sort((a, b) => b[1]-a[1]).slice(0, 40));
}, 600000);
