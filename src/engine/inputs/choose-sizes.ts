// Sizes for generated inputs: three that a developer would try, small enough that the largest takes milliseconds rather than minutes.
import { type Shape, someShape } from './input-shape.ts';
import { isFixedLength } from './name-hints.ts';
import type { WorkGrowth } from './work-growth.ts';

export interface ChosenSizes {
  readonly sizes: readonly [number, ...number[]];
  /** A sentence for the report when the choice was not the ordinary one. */
  readonly note?: string;
}

export function chooseSizes(shapes: readonly Shape[], growth: WorkGrowth, spreadsArguments: boolean): ChosenSizes {
  const dependsOnSize = spreadsArguments || shapes.some((shape) => someShape(shape, isSized));
  if (!dependsOnSize) return { sizes: [1], note: 'nothing in the arguments grows with a size, so there is one case' };
  const hasCollection = shapes.some((shape) => someShape(shape, isCollection));
  if (growth.isExponential && !shapes.some((shape) => someShape(shape, (part) => part.kind === 'made'))) {
    const sizes = growth.isBacktracking
      ? ([4, 6, 8] as const)
      : hasCollection
        ? ([6, 9, 12] as const)
        : ([10, 18, 25] as const);
    return {
      sizes: [...sizes],
      note: 'sizes are small because the function calls itself more than once, each time on an input that is only a step smaller',
    };
  }
  if (shapes.some((shape) => someShape(shape, isChain)) || spreadsArguments) return { sizes: [10, 100, 1_000] };
  // They are made and stay in the temporary folder.
  if (shapes.some((shape) => someShape(shape, isListOfFiles))) return { sizes: [10, 50, 250] };
  // Lines: from a file of 20 KB to one that is felt in memory.
  if (shapes.some((shape) => someShape(shape, isFile))) return { sizes: [1_000, 20_000, 400_000] };
  switch (Math.max(growth.loopDepth, dimensionOf(shapes))) {
    case 0:
    case 1:
      return { sizes: hasCollection ? [100, 1_000, 10_000] : [100, 10_000, 1_000_000] };
    case 2:
      return { sizes: [30, 100, 300] };
    default:
      return { sizes: [16, 48, 128] };
  }
}

/** How many sizes multiply in the data: rows and columns, or several counts beside each other. */
function dimensionOf(shapes: readonly Shape[]): number {
  const counts = shapes.map((shape) => countSizes(shape));
  const data = shapes.some((shape) => someShape(shape, isSquare)) ? 2 : 1;
  return Math.max(
    data,
    counts.reduce((total, count) => total + count, 0),
  );
}

/** Counts that are given as numbers: `new Grid(n, n)` has two. */
function countSizes(shape: Shape): number {
  if (shape.kind === 'size') return shape.dividedBy === 1 ? 1 : 0;
  return shape.kind === 'instance' ? shape.args.reduce((total, arg) => total + countSizes(arg), 0) : 0;
}

function isSized(shape: Shape): boolean {
  if (shape.kind === 'size') return true;
  if (shape.kind === 'integer' || shape.kind === 'float') return shape.range.below === 'size';
  if (shape.kind === 'made') return true;
  if (shape.kind === 'text') return growsWithSize(shape);
  return 'extent' in shape && typeof shape.extent === 'string';
}

function growsWithSize(shape: Extract<Shape, { kind: 'text' }>): boolean {
  return shape.extent === 'size' && !isFixedLength(shape.role);
}

function isListOfFiles(shape: Shape): boolean {
  return shape.kind === 'list' && shape.element.kind === 'text' && shape.element.role === 'file';
}

/** A document is made of values in memory, so its sizes are theirs. */
function isFile(shape: Shape): boolean {
  return shape.kind === 'text' && shape.role === 'file' && shape.contents?.kind !== 'json';
}

function isCollection(shape: Shape): boolean {
  return (
    shape.kind === 'made' ||
    (shape.kind === 'text' && growsWithSize(shape)) ||
    ('extent' in shape && shape.kind !== 'text' && typeof shape.extent === 'string')
  );
}

function isSquare(shape: Shape): boolean {
  if ('extent' in shape && (shape.extent === 'size-squared' || shape.extent === 'pixels')) return true;
  return (
    shape.kind === 'list' && shape.extent === 'size' && shape.element.kind === 'list' && shape.element.extent === 'size'
  );
}

/** A type with one reference to itself that is not in a list: a linked list, as deep as it is long. */
function isChain(shape: Shape): boolean {
  if (shape.kind !== 'made' || shape.maker.shape === undefined) return false;
  const { maker } = shape;
  let references = 0;
  const count = (part: Shape): void => {
    if (part.kind === 'made' && part.maker === maker) references++;
    if (part.kind === 'list' || part.kind === 'dictionary') return;
    if (part.kind === 'one-of') [...part.options, ...(part.rarely === undefined ? [] : [part.rarely])].forEach(count);
    if (part.kind === 'record') for (const property of part.properties) count(property.shape);
  };
  count(shape.maker.shape as Shape);
  return references === 1;
}
