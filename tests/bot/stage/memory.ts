import { asId } from '@rufwerk/engine/core';
import type { PersonId } from '@rufwerk/engine/core';
import type {
  CallRow,
  DecisionRow,
  Notes,
  OfferRow,
  People,
  PersonDetails,
  ReadTables,
} from '@rufwerk/engine/ports';

export class MemoryNotes implements Notes {
  readonly all = new Map<string, string>();

  get(key: string): Promise<string | null> {
    return Promise.resolve(this.all.get(key) ?? null);
  }

  put(key: string, value: string): Promise<void> {
    this.all.set(key, value);
    return Promise.resolve();
  }
}

export class MemoryPeople implements People {
  readonly all: PersonDetails[];

  constructor(people: readonly PersonDetails[]) {
    this.all = [...people];
  }

  ensureEntraPerson({ entraId }: { readonly entraId: string }): Promise<PersonId> {
    const known = this.findByEntraId(entraId);
    if (known === null) throw new Error(`${entraId} is not on this stage`);
    return Promise.resolve(known.id);
  }

  ensureCaller(): Promise<PersonId> {
    return Promise.resolve(asId<PersonId>('p-caller'));
  }

  ensureMailContact(address: string): Promise<PersonId> {
    const known = this.all.find(({ mail }) => mail === address);
    if (known === undefined) throw new Error(`${address} is not on this stage`);
    return Promise.resolve(known.id);
  }

  find(id: PersonId): PersonDetails | null {
    return this.all.find((person) => person.id === id) ?? null;
  }

  findByEntraId(entraId: string): PersonDetails | null {
    return this.all.find((person) => person.entraId === entraId) ?? null;
  }

  findByUserPrincipalName(name: string): PersonDetails | null {
    return this.all.find((person) => person.userPrincipalName === name) ?? null;
  }

  erase(id: PersonId): Promise<void> {
    const index = this.all.findIndex((person) => person.id === id);
    if (index >= 0) this.all.splice(index, 1);
    return Promise.resolve();
  }
}

/** Read tables that tests fill by hand; pages are not needed here. */
export class MemoryTables implements ReadTables {
  readonly calls: CallRow[] = [];
  readonly offers: OfferRow[] = [];
  readonly decisions: DecisionRow[] = [];

  findCall(taskId: CallRow['taskId']): Promise<CallRow | null> {
    return Promise.resolve(this.calls.find((call) => call.taskId === taskId) ?? null);
  }

  listPresenceEntries(): Promise<[]> {
    return Promise.resolve([]);
  }

  listCalls(): Promise<{ items: CallRow[]; next: null }> {
    return Promise.resolve({ items: [...this.calls].reverse(), next: null });
  }

  listOffers(taskId: CallRow['taskId']): Promise<OfferRow[]> {
    return Promise.resolve(this.offers.filter((offer) => offer.taskId === taskId));
  }

  listOffersOfAgent(agentId: PersonId): Promise<OfferRow[]> {
    return Promise.resolve(this.offers.filter((offer) => offer.agentId === agentId));
  }

  findDecision(decisionId: DecisionRow['decisionId']): Promise<DecisionRow | null> {
    return Promise.resolve(this.decisions.find((each) => each.decisionId === decisionId) ?? null);
  }

  listDecisions(
    query: Parameters<ReadTables['listDecisions']>[0],
  ): Promise<{ items: DecisionRow[]; next: null }> {
    const items = this.decisions
      .filter(({ serviceId }) => query.serviceId === undefined || serviceId === query.serviceId)
      .filter(({ taskId }) => query.taskId === undefined || taskId === query.taskId)
      .reverse()
      .slice(0, query.limit);
    return Promise.resolve({ items, next: null });
  }

  listAudit(): Promise<{ items: []; next: null }> {
    return Promise.resolve({ items: [], next: null });
  }
}
