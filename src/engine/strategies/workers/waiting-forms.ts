// Which loop of a function the threads do parts of while the function waits, and what of it lies in shared memory.
import { laidOut } from '../../source/generated-text.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate, StrategyContext } from '../strategy.ts';
import { handedType, sharingOf } from './handed-values.ts';
import { copiedCaveats, type Filling, fillingLines, viewsOf } from './loop-in-place.ts';
import type { LoopSite } from './loop-sites.ts';
import { NOTHING_SHARED, type SharedView } from './loop-task.ts';
import { sharingFunction as numbersToShared } from './shared-numbers.ts';
import { sharingFunction, sharingFunctions } from './shared-views.ts';
import { sharingInPlace } from './sharing-in-place.ts';
import { waitingLoop } from './waiting-loop.ts';

/** None or one: the loop that fills arrays before the one that hands values over. */
export function proposeWaiting(
  context: StrategyContext,
  filling: Filling | undefined,
  site: LoopSite | undefined,
): readonly Candidate[] {
  const candidate = filling === undefined ? site && handingOver(context, site) : inPlace(context, filling);
  return candidate === undefined ? [] : [candidate];
}

function inPlace(context: StrategyContext, filling: Filling): Candidate | undefined {
  const { subject } = context;
  const { site, filled } = filling;
  const views = viewsOf(site, filled, subject);
  const { sharing, toShared, declarations } = sharingInPlace(views, site, subject);
  return waitingLoop(
    {
      ...{ variant: 'loop-in-place-waiting', site, sharing, valueType: 'unknown', toShared, declarations },
      filling: (task, chunk) => fillingLines(filling, task, chunk) ?? { before: [], after: [] },
      caveats: copiedCaveats(views, filled, context.partKernel),
    },
    context,
  );
}

function handingOver(context: StrategyContext, site: LoopSite): Candidate | undefined {
  const { subject } = context;
  const valueType = handedType(site.delivery, subject);
  if (subject.style.isTypeScript && valueType === undefined) return undefined;
  const views = viewsOf(site, [], subject);
  const shared = sharingOf(site, subject);
  const toShared = freshName(subject, 'shared');
  const usesNumbers = shared !== NOTHING_SHARED;
  const declarations = [
    ...(usesNumbers ? [laidOut(numbersToShared(toShared, subject.style), subject.style)] : []),
    ...toViews(views, subject),
  ];
  return waitingLoop(
    {
      ...{ variant: 'loop-waiting', site, sharing: { ...shared, views }, valueType: valueType ?? 'unknown' },
      ...{ toShared: usesNumbers ? toShared : '', declarations, caveats: copiedCaveats(views, []) },
    },
    context,
  );
}

function toViews(views: readonly SharedView[], { style }: Subject): readonly string[] {
  return sharingFunctions(views).map((view) => laidOut(sharingFunction(view, style.isTypeScript), style));
}
