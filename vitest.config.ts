// Vitest runs everything that needs no editor. The suite in a real VS Code has its own runner, see scripts/test.mjs.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __SPEEDLENS_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/vscode/**', 'node_modules/**'],
    globalSetup: ['test/support/temporary-root.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
