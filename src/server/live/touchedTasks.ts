/** Which calls' decisions a commit adds or changes. */
import type { Fact, OfferId, TaskId } from '@rufwerk/engine/core';

/**
 * More offers than this are never open at once for one tenant's screens; older ones are forgotten.
 */
const OFFERS_REMEMBERED = 10_000;

export class TouchedTasks {
  /** Offers name no task when they end, so that is remembered from their beginning. */
  readonly #taskOfOffer = new Map<OfferId, TaskId>();

  /** Offers that were open before anybody listened. */
  remember(offerId: OfferId, taskId: TaskId): void {
    this.#taskOfOffer.set(offerId, taskId);
    const [oldest] = this.#taskOfOffer.keys();
    if (this.#taskOfOffer.size > OFFERS_REMEMBERED && oldest !== undefined) {
      this.#taskOfOffer.delete(oldest);
    }
  }

  /** The tasks whose decisions look different after these facts. */
  of(facts: Iterable<Fact>): Set<TaskId> {
    const touched = new Set<TaskId>();
    for (const fact of facts) {
      const taskId = this.#taskOf(fact);
      if (taskId !== null) touched.add(taskId);
    }
    return touched;
  }

  #taskOf(fact: Fact): TaskId | null {
    switch (fact.type) {
      case 'CallOffered':
        this.remember(fact.offerId, fact.taskId);
        return fact.taskId;
      case 'NobodyEligible':
      case 'CallConnected':
      case 'CallEnded':
        return fact.taskId;
      case 'OfferEnded': {
        const taskId = this.#taskOfOffer.get(fact.offerId) ?? null;
        this.#taskOfOffer.delete(fact.offerId);
        return taskId;
      }
      default:
        return null;
    }
  }
}
