// From a shape to one fixed example of it, without randomness: what a callback answers.
import type { Shape } from './input-shape.ts';
import type { Printing } from './print-shape.ts';

export function printFixed(shape: Shape, printing: Printing): string {
  switch (shape.kind) {
    case 'constant':
      return shape.text;
    case 'literal':
      return printing.quote(shape.value);
    case 'size':
    case 'integer':
    case 'float':
      return '1';
    case 'text':
      return printing.quote('a text');
    case 'template':
      return printing.quote(
        shape.texts.map((text, index) => (index < shape.shapes.length ? `${text}1` : text)).join(''),
      );
    case 'boolean':
      return 'true';
    case 'date':
      return 'new Date(1_600_000_000_000)';
    case 'one-of':
      return printFixed(shape.options[0] ?? { kind: 'constant', text: 'undefined' }, printing);
    case 'list':
      return `[${printFixed(shape.element, printing)}]`;
    case 'tuple':
      return `[${shape.elements.map((element) => printFixed(element, printing)).join(', ')}]`;
    case 'record':
      return `{ ${shape.properties.map((property) => `${JSON.stringify(property.name)}: ${printFixed(property.shape, printing)}`).join(', ')} }`;
    case 'dictionary':
      return `{ key0: ${printFixed(shape.value, printing)} }`;
    case 'entries':
      return `[[${printFixed(shape.key, printing)}, ${printFixed(shape.value, printing)}]]`;
    case 'wrapped':
      return `${shape.before}${printFixed(shape.inner, printing)}${shape.after}`;
    case 'typed-array':
      return `new ${shape.className}(8)`;
    case 'callback':
      return `() => ${typeof shape.body === 'string' ? 'undefined' : printFixed(shape.body, printing)}`;
    case 'instance':
      return `new ${printing.imported(shape.imported)}(${shape.args.map((arg) => printFixed(arg, printing)).join(', ')})`;
    case 'class-itself':
      return printing.imported(shape.imported);
    case 'made':
    case 'impossible':
      return 'undefined';
  }
}
