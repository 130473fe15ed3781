#!/usr/bin/env node
// Entry of dist/cli.mjs. Node 22.1 and newer keep what they compiled in the system's temporary folder, so that the next start takes half as long.
import nodeModule from 'node:module';

const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();
await import('./command.ts');
