// How tables, arrays of rows, get into the module's memory as one flat array, and back out of it: lines of the kernel's file.
import { type ArrayGroup, groupOf, type ResultKind, type TableLocal } from '../../kernel/kernel-ir.ts';
import { storageOf } from '../../kernel/representation.ts';
import { asFloats, elementCheck, elementOf, nameOf, type Transfer } from './array-transfer.ts';

/** Copies the rows one after the other. They must be as long as the first one. */
export function tableHandedOver(table: TableLocal, transfer: Transfer): readonly string[] {
  const { facts, names, failed, isTypeScript, isExact } = transfer;
  const name = nameOf(table, names);
  const group = groupOf(table.cells);
  const storage = storageOf(table.cells, facts);
  const [address, columns] = [names.part(table, 'Address'), names.part(table, 'Columns')];
  const [view, i] = [names.fresh(`${table.name}View`), names.inner('i')];
  const [row, size] = [names.inner('row'), `${name}.length * ${columns}`];
  const unknown = isTypeScript ? ': unknown' : '';
  const isRow = group.typedName === undefined ? `Array.isArray(${row})` : `(${row} instanceof ${group.typedName})`;
  const isOther = isExact ? ` || ${row}.constructor !== ${group.typedName ?? 'Array'}` : '';
  return [
    `const ${columns} = ${name}[0]?.length ?? 0;`,
    `const ${address} = kernel.allocate(${size}, ${storage.shift}, 0);`,
    `const ${view} = new ${storage.name}(kernel.memory.buffer, ${address}, ${size});`,
    `for (let ${i} = 0; ${i} < ${name}.length; ${i}++) {`,
    `  const ${row}${unknown} = ${name}[${i}];`,
    `  if (!${isRow}${isOther} || ${row}.length !== ${columns}) return ${failed};`,
    ...(group.typedName === undefined
      ? rowCopied(table, transfer, { view, row, i }).map((line) => `  ${line}`)
      : [`  ${view}.set(${row}, ${i} * ${columns});`]),
    '}',
  ];
}

function rowCopied(
  table: TableLocal,
  { names, failed, isTypeScript, assumed }: Transfer,
  { view, row, i }: { readonly view: string; readonly row: string; readonly i: string },
): readonly string[] {
  const group = groupOf(table.cells);
  const [columns, j, value] = [names.part(table, 'Columns'), names.inner('j'), names.inner('value')];
  return [
    `for (let ${j} = 0; ${j} < ${columns}; ${j}++) {`,
    `  const ${value}${isTypeScript ? ': unknown' : ''} = ${row}[${j}];`,
    `  if (${elementCheck(group, assumed.get(table), value)}) return ${failed};`,
    `  ${view}[${i} * ${columns} + ${j}] = ${group.elements === 'boolean' ? `${value} ? 1 : 0` : value};`,
    '}',
  ];
}

/** The views of before are gone when the memory has grown. */
export function tableWrittenBack(table: TableLocal, transfer: Transfer): readonly string[] {
  const { facts, names } = transfer;
  const name = nameOf(table, names);
  const group = groupOf(table.cells);
  const columns = names.part(table, 'Columns');
  const [after, row, i] = [names.fresh(`${table.name}After`), names.inner('row'), names.inner('i')];
  const storage = storageOf(table.cells, facts);
  const view = `new ${storage.name}(kernel.memory.buffer, ${names.part(table, 'Address')}, ${name}.length * ${columns})`;
  const moved =
    group.typedName === undefined
      ? cellsSet(row, `${i} * ${columns}`, after, columns, group, transfer)
      : `${row}.set(${after}.subarray(${i} * ${columns}, (${i} + 1) * ${columns}));`;
  return [`const ${after} = ${view};`, `${name}.forEach((${row}, ${i}) => {`, `  ${moved}`, '});'];
}

/** The table at the address, as rows that nobody else holds. */
export function tableMade(result: string, kind: TableResult, transfer: Transfer): readonly string[] {
  const group = groupOf(kind.cells);
  const { facts, names, isTypeScript } = transfer;
  const [rows, columns, view] = [names.fresh('rows'), names.fresh('columns'), names.fresh('view')];
  const [table, row, i] = [names.fresh('table'), names.inner('row'), names.inner('i')];
  const storage = storageOf(group, facts);
  const type = rowType(kind) ?? (transfer.givesTyped ? 'Float64Array' : (group.typedName ?? `${group.elements}[]`));
  const made =
    rowType(kind) !== undefined
      ? [`${table}[${i}] = ${rowMade(kind, view, i, columns, transfer)};`]
      : transfer.givesTyped
        ? [`${table}[${i}] = ${asFloats(view, storage.name, `${i} * ${columns}, (${i} + 1) * ${columns}`)};`]
        : group.typedName === undefined
          ? [
              `const ${row} = new Array${isTypeScript ? `<${group.elements}>` : ''}(${columns});`,
              cellsSet(row, `${i} * ${columns}`, view, columns, group, transfer),
              `${table}[${i}] = ${row};`,
            ]
          : [`${table}[${i}] = ${view}.slice(${i} * ${columns}, (${i} + 1) * ${columns});`];
  return [
    `const [${rows}, ${columns}] = new Uint32Array(kernel.memory.buffer, ${result} - 8, 2)${isTypeScript ? ' as unknown as [number, number]' : ''};`,
    `const ${view} = new ${storage.name}(kernel.memory.buffer, ${result}, ${rows} * ${columns});`,
    `const ${table} = new Array${isTypeScript ? `<${type}>` : ''}(${rows});`,
    `for (let ${i} = 0; ${i} < ${rows}; ${i}++) {`,
    ...made.map((line) => `  ${line}`),
    '}',
    `return ${table};`,
  ];
}

type TableResult = Extract<ResultKind, { readonly cells: unknown }>;

/** Of rows that are objects or tuples; undefined for arrays. */
export function rowType({ cells, fields, width }: TableResult): string | undefined {
  const { elements } = groupOf(cells);
  if (fields !== undefined) return `{ ${fields.names.map((name) => `${name}: ${elements}`).join('; ')} }`;
  return width === undefined ? undefined : `[${new Array(width).fill(elements).join(', ')}]`;
}

function rowMade(kind: TableResult, view: string, i: string, columns: string, transfer: Transfer): string {
  const { cells, fields, width = 0 } = kind;
  const cell = (column: number): string =>
    elementOf(view, `${i} * ${columns}${column === 0 ? '' : ` + ${column}`}`, groupOf(cells), transfer);
  if (fields !== undefined) return `{ ${fields.names.map((name, column) => `${name}: ${cell(column)}`).join(', ')} }`;
  return `[${Array.from({ length: width }, (_, column) => cell(column)).join(', ')}]`;
}

function cellsSet(
  row: string,
  start: string,
  view: string,
  columns: string,
  group: ArrayGroup,
  transfer: Transfer,
): string {
  const j = transfer.names.inner('j');
  const element = elementOf(view, `${start} + ${j}`, group, transfer);
  return `for (let ${j} = 0; ${j} < ${columns}; ${j}++) ${row}[${j}] = ${element};`;
}
