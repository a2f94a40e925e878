/** Puts what the live stream tells where the screens read it. */
import type {
  Decision,
  DecisionsPage,
  DecisionSummaryShown,
  LiveEvent,
  MyWork,
} from '@rufwerk/engine/api';
import type { QueryClient } from '@tanstack/react-query';
import type { ServedClock } from '../clock/servedClock.ts';
import { DECISIONS_SHOWN } from '../session/api.ts';
import { keys } from './keys.ts';
import { mayShowOtherwise } from './teamsPresence.ts';

export function applyEvent(event: LiveEvent, cache: QueryClient, clock: ServedClock): void {
  switch (event.event) {
    case 'my-work':
      applyMyWork(event.data, cache);
      return;
    case 'services':
      cache.setQueryData(keys.services, event.data);
      return;
    case 'service':
      cache.setQueryData(keys.service(event.data.id), event.data);
      return;
    case 'decision':
      applyDecision(event.data, cache);
      return;
    case 'emergencies':
      cache.setQueryData(keys.emergencies, event.data.emergencies);
      void cache.invalidateQueries({ queryKey: keys.heldNumbers });
      return;
    case 'configuration':
      // It says who has which role, too.
      void cache.invalidateQueries({ queryKey: keys.rules });
      void cache.invalidateQueries({ queryKey: keys.configuration });
      void cache.invalidateQueries({ queryKey: keys.announcements });
      void cache.invalidateQueries({ queryKey: keys.agents });
      void cache.invalidateQueries({ queryKey: keys.emergencyNumbers });
      void cache.invalidateQueries({ queryKey: keys.heldNumbers });
      void cache.invalidateQueries({ queryKey: keys.me });
      return;
    case 'clock':
      clock.noteEvent(event.data);
      return;
    default:
      event satisfies never;
  }
}

function applyMyWork(work: MyWork, cache: QueryClient): void {
  const before = cache.getQueryData<MyWork>(keys.myWork);
  cache.setQueryData(keys.myWork, work);
  if (!mayShowOtherwise(before, work)) return;
  void cache.invalidateQueries({ queryKey: keys.teamsPresence(null) });
}

function applyDecision(decision: DecisionSummaryShown, cache: QueryClient): void {
  // The record of a decision never changes, only what became of it.
  cache.setQueryData<Decision>(
    keys.decision(decision.id),
    (known) => known && { ...known, ...decision },
  );
  for (const list of [keys.decisions(null), keys.decisions(decision.serviceId)]) {
    cache.setQueryData<DecisionsPage>(list, (page) => page && withDecision(page, decision));
  }
}

/** The page with the decision in its place, newest first; a changed one stays where it is. */
export function withDecision(page: DecisionsPage, decision: DecisionSummaryShown): DecisionsPage {
  const isKnown = page.items.some((each) => each.id === decision.id);
  const items = isKnown
    ? page.items.map((each) => (each.id === decision.id ? decision : each))
    : [decision, ...page.items].slice(0, DECISIONS_SHOWN);
  return { ...page, items };
}
