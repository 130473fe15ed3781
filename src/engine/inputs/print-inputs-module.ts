// From a plan to the text of an inputs module, and to its pieces, so that an entry can be added to a module that exists. The same text is
// run when inputs are generated and shown when the user asks for an inputs file; only comments and import specifiers differ.
import path from 'node:path';
import type { CodeStyle } from '../source/code-style.ts';
import { type HelperName, helpers, withDependencies } from './input-helpers.ts';
import type { ImportedName, Maker } from './input-shape.ts';
import type { PlannedParameter } from './parameter-facts.ts';
import type { InputsPlan } from './plan-inputs.ts';
import { bracketed, indented, type Printing, printShape, shareOf } from './print-shape.ts';
import { readableNumber } from './readable-number.ts';

export interface PrintOptions {
  readonly isTypeScript: boolean;
  readonly quote: CodeStyle['quote'];
  /** Folder that relative specifiers start from. */
  readonly folder: string;
  /** How a local file is named in an import. */
  readonly fileSpecifier: (relative: string) => string;
  readonly module: 'esm' | 'commonjs';
  /** Names that the module has already. */
  readonly taken: ReadonlySet<string>;
  /** Lines of comment for the places that need one. */
  readonly comments: EntryComments | undefined;
}

interface EntryComments {
  readonly sizes: readonly string[];
  readonly args: readonly string[];
  readonly receiver: readonly string[];
  readonly after: readonly string[];
}

export interface PrintedPieces {
  readonly imports: readonly string[];
  /** Helper functions, each a text of several lines. */
  readonly functions: readonly string[];
  /** `matmul: { ... },` without indentation. */
  readonly entry: string;
}

/** Canonical text: two spaces, semicolons, '\n'. `inStyleOf` makes it look like the user's file. */
export function printPieces(plan: InputsPlan, options: PrintOptions): PrintedPieces {
  const names = new NamesInModule(options);
  const printing: Printing = {
    isTypeScript: options.isTypeScript,
    quote: (value) => quoted(value, options.quote),
    helper: (name) => names.helper(name),
    maker: (maker) => names.maker(maker),
    imported: (name) => names.imported(name),
    size: 'n',
    nodes: 'n',
    share: 0,
  };
  const entry = printEntry(plan, printing, options);
  const makers = printMakers(names, printing, options);
  const functions = [
    ...withDependencies(names.helpers.keys()).map((name) => printHelper(name, names, options)),
    ...makers,
  ];
  return { imports: printImports(names, options), functions, entry };
}

/** Names used by the printed expressions, made different from what the module has already. */
class NamesInModule {
  readonly helpers = new Map<HelperName, string>();
  readonly makers = new Map<Maker, string>();
  readonly imports = new Map<string, ImportedName>();
  private readonly taken: Set<string>;

  constructor(options: PrintOptions) {
    this.taken = new Set([...options.taken, 'n', 'random', 'size']);
  }

  helper(name: HelperName): string {
    const known = this.helpers.get(name) ?? this.free(name);
    this.helpers.set(name, known);
    for (const [from, exported] of Object.entries(helpers[name].imports ?? {})) {
      for (const one of exported) this.imported({ name: one, exported: one, from });
    }
    return known;
  }

  maker(maker: Maker): string {
    const known =
      this.makers.get(maker) ??
      this.free(`make${maker.name.charAt(0).toUpperCase()}${maker.name.slice(1).replaceAll(/\W/g, '')}`);
    this.makers.set(maker, known);
    return known;
  }

  imported(name: ImportedName): string {
    this.imports.set(`${name.from}#${name.exported}`, name);
    return name.name;
  }

  private free(wanted: string): string {
    let name = wanted;
    for (let suffix = 2; this.taken.has(name); suffix++) name = `${wanted}${suffix}`;
    this.taken.add(name);
    return name;
  }
}

function printEntry(plan: InputsPlan, printing: Printing, options: PrintOptions): string {
  const { comments } = options;
  const lines: string[] = [];
  const comment = (texts: readonly string[] | undefined): void => {
    for (const text of texts ?? []) lines.push(text === '' ? '//' : `// ${text}`);
  };
  comment(comments?.sizes);
  lines.push(`sizes: [${plan.sizes.map(readableNumber).join(', ')}],`);
  comment(comments?.args);
  const args = plan.parameters.map((parameter) => argumentText(parameter, printing, comments !== undefined));
  const list = args.some((text) => text.includes('//'))
    ? `[\n${args.map((text) => `${indented(text)}\n`).join('')}]`
    : bracketed('[', args.map(withoutComma), ']');
  lines.push(`args: ${generator(list, options)},`);
  if (plan.receiver !== undefined) {
    comment(comments?.receiver);
    if (plan.receiver.reason !== undefined)
      comment([`Write a value here: Speedlens could not make one, ${plan.receiver.reason}.`]);
    lines.push(`receiver: ${generator(printShape(plan.receiver.shape, printing), options)},`);
  }
  comment(comments?.after);
  const key = /^[A-Za-z_$][\w$]*$/.test(plan.key) ? plan.key : printing.quote(plan.key);
  return `${key}: {\n${indented(lines.join('\n'))}\n},`;
}

function argumentText(parameter: PlannedParameter, printing: Printing, commented: boolean): string {
  if (parameter.reason !== undefined) {
    return `// \`${parameter.name}\`: write a value here. Speedlens could not make one: ${parameter.reason}.\nundefined,`;
  }
  const value = `${parameter.isRest ? '...' : ''}${printShape(parameter.shape, printing)},`;
  return commented && value.includes('\n') ? `// \`${parameter.name}\`\n${value}` : value;
}

function withoutComma(text: string): string {
  return text.replace(/,$/, '');
}

/** `(n, random) => expression`, without the parameters that the expression does not use. */
function generator(expression: string, options: PrintOptions): string {
  const usesRandom = /\brandom\b/.test(expression);
  const usesSize = /\bn\b/.test(expression);
  const type = (text: string): string => (options.isTypeScript ? `: ${text}` : '');
  const random = usesRandom ? [`random${type('() => number')}`] : [];
  const size = usesSize || usesRandom ? [`${usesSize ? 'n' : '_n'}${type('number')}`] : [];
  return `(${[...size, ...random].join(', ')}) => ${expression.startsWith('{') ? `(${expression})` : expression}`;
}

function printMakers(names: NamesInModule, printing: Printing, options: PrintOptions): readonly string[] {
  const printed = new Map<Maker, string>();
  // Printing a maker can ask for further ones.
  for (
    let pending = [...names.makers.keys()];
    pending.length > 0;
    pending = [...names.makers.keys()].filter((maker) => !printed.has(maker))
  ) {
    for (const maker of pending) printed.set(maker, printMaker(maker, names, printing, options));
  }
  return [...printed.values()];
}

function printMaker(maker: Maker, names: NamesInModule, printing: Printing, options: PrintOptions): string {
  const signature = options.isTypeScript ? '(size: number, random: () => number): unknown' : '(size, random)';
  const inside: Printing = { ...printing, size: 'size', nodes: 'size', share: shareOf(maker) };
  const body = maker.shape === undefined ? 'undefined' : printShape(maker.shape, inside);
  return `/** A ${maker.name} of about \`size\` nodes. */\nfunction ${names.maker(maker)}${signature} {\n  return ${indented(body).trimStart()};\n}`;
}

function printHelper(name: HelperName, names: NamesInModule, options: PrintOptions): string {
  const helper = helpers[name];
  const line = (text: string): string =>
    text
      .replaceAll(/\$(\w+)\$/g, (_, used: string) => names.helper(used as HelperName))
      .replace(/\$as (\w+)\$/, options.isTypeScript ? ' as $1' : '')
      .replaceAll(/'([^']*)'/g, (_, value: string) => quoted(value, options.quote));
  return `/** ${helper.doc} */\nfunction ${names.helper(name)}${options.isTypeScript ? helper.typed : helper.untyped} {\n${helper.body.map((text) => `  ${line(text)}\n`).join('')}}`;
}

function printImports(names: NamesInModule, options: PrintOptions): readonly string[] {
  const byModule = groupByModule(names.imports.values());
  return [...byModule].map(([from, imported]) => {
    const specifier = quoted(path.isAbsolute(from) ? localSpecifier(from, options) : from, options.quote);
    const whole = imported.find((name) => name.exported === 'default');
    const named = imported.filter((name) => name.exported !== 'default');
    if (options.module === 'commonjs') {
      const pattern = whole === undefined ? `{ ${named.map((name) => renamed(name, ': ')).join(', ')} }` : whole.name;
      return `const ${pattern} = require(${specifier});`;
    }
    const clause = [
      whole?.name,
      named.length === 0 ? undefined : `{ ${named.map((name) => renamed(name, ' as ')).join(', ')} }`,
    ];
    return `import ${clause.filter((part) => part !== undefined).join(', ')} from ${specifier};`;
  });
}

function groupByModule(names: Iterable<ImportedName>): ReadonlyMap<string, readonly ImportedName[]> {
  const groups = new Map<string, ImportedName[]>();
  for (const name of names) groups.set(name.from, [...(groups.get(name.from) ?? []), name]);
  return groups;
}

function renamed(name: ImportedName, as: string): string {
  return name.exported === name.name ? name.name : `${name.exported}${as}${name.name}`;
}

function localSpecifier(file: string, options: PrintOptions): string {
  const relative = path.relative(options.folder, file).replaceAll(path.sep, '/');
  return options.fileSpecifier(relative.startsWith('.') ? relative : `./${relative}`);
}

function quoted(value: string, quote: CodeStyle['quote']): string {
  const inner = JSON.stringify(value).slice(1, -1);
  return quote === '"' ? `"${inner}"` : `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
