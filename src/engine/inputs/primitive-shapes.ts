// Shapes of numbers and strings. The type says nothing more about them, so their names, uses and neighbours decide.

import type { Extent, Shape, TextContents } from './input-shape.ts';
import { isDimensionName, isFixedLength, numberRangeOf, textRoleOf } from './name-hints.ts';
import { characterCode, shapeOfUse } from './shape-of-use.ts';
import { textContents } from './text-contents.ts';
import { type TypeReading, within } from './type-reading.ts';
import type { Uses } from './uses.ts';

export function numberShape(name: string, reading: TypeReading): Shape {
  const { facts } = reading;
  if (reading.isOfGrid && isDimensionName(name)) return { kind: 'size', dividedBy: 1 };
  if (reading.isArgument) {
    switch (facts.numberRole) {
      case 'size':
        return { kind: 'size', dividedBy: 1 };
      case 'part-of-size':
        return { kind: 'size', dividedBy: 10 };
      case 'zero':
        return { kind: 'constant', text: '0' };
      case 'position':
        return { kind: 'integer', range: { from: 0, below: 'size' } };
      case 'free':
        break;
    }
  }
  if (facts.isCharacterCode) return characterCode;
  const hint = numberRangeOf(name);
  if (hint !== undefined) {
    return {
      kind: hint.kind === 'integer' || facts.isWhole || reading.wholeNumbers ? 'integer' : 'float',
      range: hint.range,
    };
  }
  return facts.isWhole || reading.wholeNumbers
    ? { kind: 'integer', range: { from: 0, below: 1000 } }
    : { kind: 'float', range: { from: 0, below: 1000 } };
}

export function textShape(name: string, reading: TypeReading): Shape {
  const { facts } = reading;
  const compared = reading.isArgument ? undefined : facts.comparedFields.get(name);
  if (compared !== undefined) return compared;
  if (!reading.isArgument) {
    const role = textRoleOf(name) ?? 'word';
    return { kind: 'text', role, extent: isFixedLength(role) ? 1 : 40 };
  }
  if (facts.chosenTexts !== undefined && facts.parsedAs === undefined) return facts.chosenTexts;
  // A text that is read as one number stays a number of ten digits.
  if (facts.parsedAs === 'digits') return { kind: 'text', role: 'digits', extent: 10 };
  const role = facts.parsedAs ?? textRoleOf(name);
  if (role === 'file') return fileShape('size', reading);
  const read = role === 'new-file' ? undefined : readTextShape('size', reading);
  if (read !== undefined) return read;
  // One letter is found in many lines, a word of its own in none.
  if (facts.besideFile && (role === undefined || role === 'word')) return { kind: 'text', role: 'letters', extent: 1 };
  if (role !== undefined) return { kind: 'text', role, extent: isFixedLength(role) ? 1 : 'size' };
  // Beside a collection a text is what is looked for or put in; alone it is what the work grows with.
  return facts.besideCollection
    ? { kind: 'text', role: 'word', extent: 1 }
    : { kind: 'text', role: 'letters', extent: 'size' };
}

/** The name of a file with what the body reads from it. */
export function fileShape(extent: Extent, reading: TypeReading): Shape {
  const contents = reading.facts.contents && contentsOf(reading.facts.contents, extent !== 'size', reading);
  return { kind: 'text', role: 'file', extent, ...(contents === undefined ? {} : { contents }) };
}

/** A text made of what the body finds in it; undefined where any text will do. */
export function readTextShape(extent: Extent, reading: TypeReading): Shape | undefined {
  const text = reading.facts.readText;
  const contents = text && contentsOf(text, extent !== 'size', reading);
  if (contents !== undefined) return { kind: 'text', role: 'lines', extent, contents };
  return text?.lines === undefined ? undefined : { kind: 'text', role: 'lines', extent };
}

function contentsOf(text: Uses, isOneOfMany: boolean, reading: TypeReading): TextContents | undefined {
  const { checker } = reading;
  const asUsed = {
    checker,
    numberRole: 'free',
    isArgument: false,
    besideCollection: false,
    besideFile: false,
  } as const;
  return textContents(text, isOneOfMany, {
    checker,
    ofType: (type, isOne) => reading.shapeOf(type, 'contents', within(reading, isOne ? 'element' : 'property')),
    ofUses: (uses, isOne) =>
      shapeOfUse('contents', uses, { ...asUsed, isSorted: false, place: isOne ? 'inner' : 'outer' }),
  });
}
