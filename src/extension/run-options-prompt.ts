// "Benchmark with Options...": asks for seconds, sizes and strategies, in three steps that each accept the default with Enter.
import * as vscode from 'vscode';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';
import type { RunOverrides } from './benchmark-runs.ts';
import { BUDGET_SECONDS, type Settings } from './settings.ts';

/** Undefined when the user leaves a step with Escape. */
export async function askForOptions(
  name: string,
  settings: Settings,
  strategies: readonly StrategyRow[],
): Promise<RunOverrides | undefined> {
  const budget = await vscode.window.showInputBox({
    title: `Benchmark ${name} (1 of 3)`,
    prompt: 'Seconds to measure for',
    value: String(settings.budgetSeconds),
    validateInput: (text) =>
      parseBudget(text) === undefined
        ? `A number of seconds from ${BUDGET_SECONDS.least} to ${BUDGET_SECONDS.most}`
        : undefined,
  });
  if (budget === undefined) return undefined;
  const sizes = await vscode.window.showInputBox({
    title: `Benchmark ${name} (2 of 3)`,
    prompt: 'Input sizes, separated by commas; empty for the sizes that the inputs declare',
    placeHolder: '1000, 1e5',
    validateInput: (text) =>
      parseSizes(text) === undefined ? 'Whole numbers above 0, separated by commas' : undefined,
  });
  if (sizes === undefined) return undefined;
  const chosen = await askForStrategies(name, settings, strategies);
  if (chosen === undefined) return undefined;
  const parsedSizes = parseSizes(sizes) ?? [];
  return {
    budgetSeconds: parseBudget(budget) ?? settings.budgetSeconds,
    ...(parsedSizes.length > 0 && { sizes: parsedSizes }),
    ...(chosen.length > 0 && { strategies: chosen }),
  };
}

async function askForStrategies(
  name: string,
  settings: Settings,
  strategies: readonly StrategyRow[],
): Promise<readonly string[] | undefined> {
  // Before the engine has said what it can do there is nothing to choose from.
  if (strategies.length === 0) return settings.strategies ?? [];
  const items = strategies.map((row) => ({
    label: row.title,
    detail: row.whenNotToUse,
    picked: settings.strategies?.includes(row.id) ?? true,
    id: row.id,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `Benchmark ${name} (3 of 3)`,
    placeHolder: 'Strategies to try',
    canPickMany: true,
  });
  return picked?.map((item) => item.id);
}

export function parseBudget(text: string): number | undefined {
  const seconds = Number(text);
  return text.trim() !== '' && seconds >= BUDGET_SECONDS.least && seconds <= BUDGET_SECONDS.most ? seconds : undefined;
}

/** '1e3, 1e5' as [1000, 100000]; empty text as no sizes; undefined for anything else. */
export function parseSizes(text: string): readonly number[] | undefined {
  if (text.trim() === '') return [];
  const sizes = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return sizes.every((size) => Number.isInteger(size) && size > 0) ? sizes.toSorted((a, b) => a - b) : undefined;
}
