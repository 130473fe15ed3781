/** The walls of ARCHITECTURE.md, one named rule per sentence. test/repository/walls.test.ts shows that each one fires. */
const layer = (name) => `^src/${name}/`;
const stages = '^src/engine/([^/]+)/';

/** Contract files hold types only; a stage may import their types (and nothing else) from another stage. */
const typesOnly = { dependencyTypesNot: ['type-only'] };

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('model-imports-nothing', { path: layer('model') }, { pathNot: layer('model') }),
    rule('present-speaks-only-model', { path: layer('present') }, { pathNot: '^src/(present|model)/|^node_modules/' }),
    rule('protocol-is-types-about-the-model', { path: layer('protocol') }, { pathNot: '^src/(protocol|model)/' }),
    rule(
      'only-the-extension-knows-vscode',
      { path: '^src/', pathNot: layer('extension') },
      { path: '(^|/)vscode(/|$)' },
    ),
    rule(
      'engine-knows-no-surface',
      { path: layer('engine') },
      { path: '^src/(extension|webview|cli|engine-process|protocol)/' },
    ),
    rule(
      'engine-borrows-only-the-wording-of-numbers-and-verdicts',
      { path: layer('engine') },
      { path: layer('present'), pathNot: '^src/present/(format-duration|verdict-sentence)\\.ts$' },
    ),
    rule(
      'stages-meet-only-in-the-pipeline',
      { path: stages, pathNot: '^src/engine/(process/child/main\\.ts$|strategies/)' },
      { path: '^src/engine/[^/]+/', pathNot: '^src/engine/($1|source|process|statistics)/', ...typesOnly },
    ),
    rule(
      'strategies-use-source-and-kernel',
      { path: '^src/engine/strategies/' },
      {
        path: '^src/engine/[^/]+/',
        pathNot: '^src/engine/(strategies|source|kernel|process|statistics)/',
        ...typesOnly,
      },
    ),
    rule(
      'kernel-knows-model-and-source',
      { path: layer('engine/kernel') },
      { path: '^src/', pathNot: '^src/(model|engine/(kernel|source))/' },
    ),
    rule('stages-do-not-import-the-pipeline', { path: stages }, { path: '^src/engine/(pipeline|index)\\.ts$' }),
    rule(
      'strategies-are-strangers',
      { path: '^src/engine/strategies/([^/]+)/' },
      { path: '^src/engine/strategies/[^/]+/', pathNot: '^src/engine/strategies/$1/' },
    ),
    rule(
      'surfaces-use-the-front-door',
      { path: '^src/(extension|cli|engine-process)/' },
      { path: layer('engine'), pathNot: '^src/engine/index\\.ts$' },
    ),
    rule('the-extension-host-loads-no-engine', { path: layer('extension') }, { path: layer('engine') }),
    rule(
      'surfaces-are-strangers',
      { path: '^src/(extension|webview|cli|engine-process)/' },
      { path: '^src/(extension|webview|cli|engine-process)/', pathNot: '^src/$1/' },
    ),
    rule('webview-is-browser-code', { path: layer('webview') }, { dependencyTypes: ['core'] }),
    rule(
      'webview-sees-only-data-and-words',
      { path: layer('webview') },
      { path: '^src/', pathNot: '^src/(webview|protocol|model|present)/' },
    ),
    rule(
      'processes-live-in-process-and-build',
      { path: '^src/', pathNot: '^src/(engine/(process|build)|extension)/' },
      { path: '^(node:)?(child_process|worker_threads)$' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};

function rule(name, from, to) {
  return { name, severity: 'error', from, to };
}
