// What speaks against worker threads whatever shape the work has: how the function is reached, what it does besides computing, what its
// module does when a worker loads it.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { hiddenArrayClass } from '../../source/array-subclasses.ts';
import type { Effects } from '../../source/effects.ts';
import { positionAt } from '../../source/parse-source.ts';
import type { Subject } from '../../source/subject.ts';
import type { StrategyContext } from '../strategy.ts';
import { awaitedInTurn, withoutAwaitedMaps } from './awaited-maps.ts';
import { effectReasons } from './effect-reasons.ts';
import { changesOfOwnGroups } from './loop-sites.ts';
import { closedReasons, identityReasons } from './lost-in-copy.ts';
import { arrayMapSites } from './map-sites.ts';
import { moduleLoadReasons } from './module-load.ts';
import { callsOfOwnGenerators, isOfOwnGenerator } from './own-generators.ts';
import { reasonAt } from './shape-proposal.ts';

/** `changes`: where what the function changes of its arguments is no reason. */
export function subjectReasons(context: StrategyContext, changes?: 'changes'): readonly Reason[] {
  const shape = shapeReasons(context);
  if (shape.length > 0) return shape;
  const { subject } = context;
  const seen = withoutOwnGroups(withoutAwaitedMaps(context.effects, subject), subject);
  const ofOwn = callsOfOwnGenerators(subject.node, subject);
  const isLeft = ({ kind }: Effects['effects'][number]): boolean =>
    changes === undefined || kind !== 'writes-parameter';
  const effects = effectReasons({
    ...seen,
    effects: seen.effects.filter((effect) => isLeft(effect) && !isOfOwnGenerator(effect, ofOwn)),
  });
  if (effects.length > 0) return effects;
  return [
    ...identityReasons(subject.node, subject),
    ...closedReasons('repeated', subject),
    ...moduleLoadReasons(subject),
  ];
}

/** Adding an element of the caller to a group changes the group, not the element. */
function withoutOwnGroups(effects: Effects, subject: Subject): Effects {
  const places = changesOfOwnGroups(subject).map((node) => positionAt(subject.sourceFile, node.getStart()));
  const isOfGroup = ({ kind, line, column }: Effects['effects'][number]): boolean =>
    kind === 'writes-parameter' && places.some((place) => place.line === line && place.column === column);
  return { ...effects, effects: effects.effects.filter((effect) => !isOfGroup(effect)) };
}

function shapeReasons({ subject }: StrategyContext): readonly Reason[] {
  const { node, access, listing, style } = subject;
  const at = (code: string, message: string, unlock?: string) => [reasonAt(node, subject.file, code, message, unlock)];
  if (listing.isGenerator)
    return at('C5', `${listing.name} is a generator: a worker cannot hand back a paused function.`);
  if (listing.isAsync && arrayMapSites(subject, []).every(({ awaited }) => awaited === undefined)) {
    const message = `${listing.name} is asynchronous already: this strategy spreads synchronous work over threads, or what \`Promise.all\` awaits of a map.`;
    const inTurn = awaitedInTurn(subject);
    if (inTurn === undefined) return at('W10', message);
    const waited = `Here calls of \`${inTurn.expression.getText()}\`, which only computes, are awaited one after another.`;
    const unlock = `Await them together, as \`await Promise.all(items.map((item) => ${inTurn.expression.getText()}(item)))\` does, or make ${inTurn.expression.getText()} an ordinary function.`;
    return [reasonAt(inTurn, subject.file, 'W10', `${message} ${waited}`, unlock)];
  }
  if (access.kind !== 'binding') {
    return at(
      'W6',
      `${listing.name} belongs to ${access.kind === 'class-member' ? 'a class' : 'an object'}, and a worker gets copies of data, not objects with methods.`,
      'Move the work into a function at the top of the module, and call it from here.',
    );
  }
  if (node.typeParameters !== undefined && node.typeParameters.length > 0) {
    return at('C9', `${listing.name} is generic, so the types that the worker gets are not known.`);
  }
  const signatures = subject.checker.getTypeAtLocation(node).getCallSignatures();
  if (signatures.length > 1)
    return at('C9', `${listing.name} is overloaded, so the types that the worker gets are not known.`);
  const ofClass = hiddenArrayClass(subject);
  if (ofClass !== undefined) {
    const message = `\`${ofClass.getText()}\` gives an instance of a class that extends Array, whatever its type says, and a worker would hand back a plain array.`;
    return [reasonAt(ofClass, subject.file, 'W6', message, 'Copy it into a plain array before: `[...values]`.')];
  }
  if (style.module !== 'esm' && !canAddExports(subject.sourceFile)) {
    return at(
      'W6',
      'The worker file cannot import from this module, because the exports of the module are not a plain object or function.',
      'Assign an object literal to module.exports.',
    );
  }
  return [];
}

/** `module.exports.part = part` has to work: not on frozen or computed exports. */
function canAddExports(sourceFile: ts.SourceFile): boolean {
  return sourceFile.statements.every((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return true;
    const { left, right } = statement.expression;
    if (left.getText(sourceFile) !== 'module.exports') return true;
    return (
      ts.isObjectLiteralExpression(right) || ts.isFunctionLike(right) || ts.isClassLike(right) || ts.isIdentifier(right)
    );
  });
}
