/** A fact says something new: what ends had begun, and what begins had not. */
import type { Fact, TenantState } from '@rufwerk/engine/core';

export function staleFact(before: Readonly<TenantState>, fact: Fact): string[] {
  return isStale(before, fact) ? [`${fact.type} says nothing new: ${JSON.stringify(fact)}`] : [];
}

function isStale(before: Readonly<TenantState>, fact: Fact): boolean {
  switch (fact.type) {
    case 'DutyChanged':
      return before.agents.get(fact.agentId)?.onDuty === fact.onDuty;
    case 'BreakStarted':
      return before.agents.get(fact.agentId)?.onDuty === false;
    case 'BreakEnded':
      return before.agents.get(fact.agentId)?.break === null;
    case 'PauseEnded':
      return before.agents.get(fact.agentId)?.pause === null;
    case 'AfterCallWorkEnded':
      return before.agents.get(fact.agentId)?.afterCallWork === null;
    case 'NextStateSet':
      return fact.next === null && before.agents.get(fact.agentId)?.next === null;
    case 'ServiceEmergencyChanged':
      return (before.services.get(fact.serviceId)?.emergency !== null) === fact.closed;
    case 'OfferEnded':
      return !before.offers.has(fact.offerId);
    case 'CallLeftQueue':
      return before.tasks.get(fact.taskId)?.leaving !== null;
    case 'CallMoved':
      return before.tasks.get(fact.taskId)?.serviceId === fact.serviceId;
    case 'CallEnded':
      return before.tasks.get(fact.taskId)?.phase === 'ended';
    case 'LevelReached':
      return (before.tasks.get(fact.taskId)?.level ?? 0) >= fact.level;
    default:
      return false;
  }
}
