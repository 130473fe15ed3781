// How records get into the module's memory, as one array for each field that is read: lines of the kernel's file.
import { groupOf, type RecordsLocal } from '../../kernel/kernel-ir.ts';
import { storageOf } from '../../kernel/representation.ts';
import { isReserved } from '../../source/names.ts';
import { elementCheck, nameOf, type Transfer } from './array-transfer.ts';

/** Its fields, each read once per record. */
export function recordsHandedOver(records: RecordsLocal, transfer: Transfer): readonly string[] {
  const { facts, names, failed, isTypeScript } = transfer;
  const name = nameOf(records, names);
  const [index, record] = [names.inner('index'), names.inner('record')];
  const used = new Set([index, record]);
  const fields = [...records.fields].map(([field, array]) => ({
    field,
    array,
    address: names.part(array, 'Address'),
    view: names.fresh(`${partName(array)}View`),
    value: localFor(field, used, transfer),
  }));
  const shape = fields.map(({ field }) => `readonly ${field}: unknown`).join('; ');
  return [
    ...fields.flatMap(({ array, address, view }) => {
      const { name: typedName, shift } = storageOf(array, facts);
      return [
        `const ${address} = kernel.allocate(${name}.length, ${shift}, 0);`,
        `const ${view} = new ${typedName}(kernel.memory.buffer, ${address}, ${name}.length);`,
      ];
    }),
    `for (let ${index} = 0; ${index} < ${name}.length; ${index}++) {`,
    `  const ${record} = ${name}[${index}]${isTypeScript ? ` as { ${shape} }` : ''};`,
    ...(records.isAssumed ? [`  if (${record}?.constructor !== Object) return ${failed};`] : []),
    ...fields.flatMap(({ field, array, view, value }) => {
      const group = groupOf(array);
      return [
        `  const ${value} = ${record}.${field};`,
        `  if (${elementCheck(group, undefined, value)}) return ${failed};`,
        `  ${view}[${index}] = ${group.elements === 'boolean' ? `${value} ? 1 : 0` : value};`,
      ];
    }),
    '}',
  ];
}

/** The field's own name, where that is free. */
function localFor(field: string, used: Set<string>, { names }: Transfer): string {
  let name = isReserved(field) ? `${field}Value` : field;
  while (used.has(names.inner(name))) name = `${name}Value`;
  used.add(names.inner(name));
  return names.inner(name);
}

/** `points.x` as part of a name. */
export function partName({ name }: { readonly name: string }): string {
  const [first = '', ...more] = name.split('.');
  return first + more.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`).join('');
}

export function recordsType({ fields }: RecordsLocal): string {
  const members = [...fields].map(([field, array]) => `readonly ${field}: ${groupOf(array).elements}`);
  return `readonly { ${members.join('; ')} }[]`;
}
