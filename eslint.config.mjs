// Only the typed rules that matter and that Biome does not have; format and syntax lint are Biome's.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: ['dist', 'out', 'test/strategies/*/*/**', 'test/fixtures', '.vscode-test', 'examples', 'bench/*/subjects'],
  },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'bench/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
    },
  },
  {
    // TypeScript types `parent` and `declarations` as always there. They are not: at the root of a tree, for globals, on synthesized nodes.
    files: ['src/engine/source/**', 'src/engine/strategies/**'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  {
    // Assertions narrow values for the checker that the next line asks for again.
    files: ['test/**'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
);
