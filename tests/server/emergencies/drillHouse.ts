/** The real engine and store with Contoso in force, so that drills can be walked and restarted. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  asId,
  type Effect,
  type EffectOutcome,
  type PersonId,
  type PlatformCallId,
  type ResourceAccountId,
  type TenantId,
} from '@rufwerk/engine/core';
import type { AnyEffectPerformer, InputDraft, Store, TenantStore } from '@rufwerk/engine/ports';
import { startTenantRuntime, type TenantRuntime } from '@rufwerk/engine/runtime';
import { openStore } from '@rufwerk/engine/store';
import { SimulatedClock } from '../../../src/server/clock/simulatedClock.ts';
import { adopt, checkFile } from '../../../src/server/configuration/import.ts';
import { DrillArchive } from '../../../src/server/emergencies/drill/archive.ts';
import { DrillRecorder } from '../../../src/server/emergencies/drill/recorder.ts';
import { silentLog } from '../log.ts';
import { contosoFile, type Name, objectId, PlayedDirectory, upn } from '../stage/contoso.ts';

export const START_MS = Date.UTC(2026, 10, 20, 8);
const DATA_KEY = Buffer.alloc(32, 7);
const POOL_ACCOUNT = 'ursula.user';
export const POOL_NUMBER = '+41440000901';

/** Anna’s callbacks come to a number of the pool, Emma’s to her own. */
const file = {
  ...contosoFile,
  agents: [{ id: upn('anna.agent'), emergency: { callback: 'pool' } }],
  emergency: {
    contacts: [upn('sofia.supervisor')],
    callbackNumbers: [{ resourceAccount: upn(POOL_ACCOUNT), number: POOL_NUMBER }],
  },
};

export class DrillHouse {
  readonly clock = new SimulatedClock({ nowMs: START_MS, rate: 0 });
  /** Effects of these kinds fail. */
  readonly failing = new Set<Effect['kind']>();
  store!: Store;
  tenant!: TenantStore;
  runtime!: TenantRuntime;
  recorder!: DrillRecorder;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<DrillHouse> {
    const house = new DrillHouse(await mkdtemp(path.join(os.tmpdir(), 'rufwerk-drill-')));
    await house.#start();
    const checked = await checkFile(file, new PlayedDirectory());
    if (checked.kind !== 'good') throw new Error(JSON.stringify(checked));
    const configuration = await adopt(checked, house.tenant.people);
    await house.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
    return house;
  }

  async close(): Promise<void> {
    await this.#stop();
    this.clock.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The same folder, opened anew. */
  async restart(): Promise<void> {
    await this.#stop();
    await this.#start();
  }

  personId(name: Name): PersonId {
    const id = this.tenant.people.findByEntraId(objectId(name))?.id;
    if (id === undefined) throw new Error(`${upn(name)} is not known.`);
    return id;
  }

  async submit(draft: InputDraft): Promise<void> {
    await this.runtime.submit(draft);
    await this.#resting();
  }

  async pass(ms: number): Promise<void> {
    this.clock.follow({ nowMs: this.clock.now() + ms, rate: 0 });
    await this.#resting();
  }

  /** After a leap of time deadlines come one by one, with a real pause between them. */
  async passUntilFinished(ms: number): Promise<void> {
    await this.pass(ms);
    for (let turn = 0; turn < 500; turn += 1) {
      const [newest] = await this.recorder.list(1);
      if (newest?.finishedAt != null) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('The drill does not finish.');
  }

  drill(name: Name, isDrill = true): Promise<void> {
    const agentId = this.personId(name);
    const about = { sign: 'button', dialledAt: null, isDrill } as const;
    const by = this.personId('sam.supervisor');
    return this.submit({ type: 'EmergencyCallSeen', agentId, ...about, by });
  }

  callOver(name: Name): Promise<void> {
    const agentId = this.personId(name);
    return this.submit({ type: 'EmergencyCallOver', agentId, by: agentId, endedAt: null });
  }

  /** Somebody dials the number of the pool, and is connected with these people. */
  async callBack(...names: readonly Name[]): Promise<void> {
    const platformCallId = asId<PlatformCallId>('callback-1');
    const resourceAccountId = asId<ResourceAccountId>(objectId(POOL_ACCOUNT));
    const callerId = await this.tenant.people.ensureCaller(null);
    await this.submit({ type: 'CallArrived', platformCallId, resourceAccountId, callerId });
    const established = { state: 'established', code: null, subcode: null } as const;
    await this.submit({ type: 'CallStateReported', platformCallId, ...established });
    const people = names.map((name) => ({
      participantId: `participant-of-${name}`,
      personId: this.personId(name),
      isApplication: false,
    }));
    await this.submit({ type: 'RosterReported', platformCallId, roster: people });
    const terminated = { state: 'terminated', code: null, subcode: null } as const;
    await this.submit({ type: 'CallStateReported', platformCallId, ...terminated });
  }

  async #start(): Promise<void> {
    const open = { dataDirectory: this.#folder, dataKey: DATA_KEY, log: silentLog };
    this.store = await openStore(open);
    const tenantId = asId<TenantId>('tenant-1');
    this.tenant = await this.store.openTenant(tenantId);
    this.runtime = await startTenantRuntime({
      ...{ tenantId, store: this.tenant, clock: this.clock, log: silentLog, gapAfterMs: null },
      performers: [this.#platform],
    });
    this.recorder = DrillRecorder.start({
      runtime: this.runtime,
      archive: new DrillArchive(this.tenant.notes),
      readJournal: (afterSeq) => this.tenant.readJournal(afterSeq),
      log: silentLog,
    });
  }

  async #stop(): Promise<void> {
    await this.runtime.stop();
    await this.recorder.stop();
    await this.store.close();
  }

  /** Effects settle in turns of their own, and deadlines are inputs: both are waited for. */
  async #resting(): Promise<void> {
    let quietTurns = 0;
    let seenSeq = -1;
    for (let turn = 0; turn < 2_000 && quietTurns < 10; turn += 1) {
      // A turn of timers: the played clock calls what is due from one.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const { effectsUnderWay, waitingInputs, seq } = this.runtime.health();
      const isQuiet = effectsUnderWay === 0 && waitingInputs === 0 && seq === seenSeq;
      quietTurns = isQuiet ? quietTurns + 1 : 0;
      seenSeq = seq;
    }
    await this.recorder.settled();
  }

  readonly #platform: AnyEffectPerformer = {
    kinds: [
      ...(['answer-call', 'play-prompt', 'stop-prompts', 'remove-participant'] as const),
      ...(['read-call', 'keep-call-alive', 'hang-up-call', 'invite-target'] as const),
      ...(['read-presence', 'write-presence', 'clear-presence', 'raise-alert'] as const),
      ...(['show-emergency-card', 'send-emergency-mail', 'send-emergency-activity'] as const),
    ],
    perform: ({ effect }: { readonly effect: Effect }): Promise<EffectOutcome> =>
      Promise.resolve(
        this.failing.has(effect.kind) ? { kind: 'failed', cause: 'refused' } : { kind: 'done' },
      ),
  };
}
