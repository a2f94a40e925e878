/** The drills so far, and the signed report of each. */
import { drillReportSchema, drillsSchema, type DrillShown } from '@rufwerk/engine/api';
import { asId, type PersonId } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import type { ApiParts } from '../../api/parts.ts';
import { answered } from '../../http/answer.ts';
import { operation, type Operation } from '../../http/operation.ts';
import { ASK_AN_ADMINISTRATOR, forbidden, unknown } from '../../http/problem.ts';
import type { InForce } from '../../configuration/inForce.ts';
import type { Reader } from '../../session/reader.ts';
import { responsibilityOf } from '../../session/responsibility.ts';
import { instant, instantOrNull } from '../../api/shown.ts';
import type { DrillRecord } from './record.ts';
import type { DrillRecorder } from './recorder.ts';
import { type DrillKey, signReport } from './report.ts';

export interface DrillParts {
  readonly tenantId: string;
  readonly recorder: Pick<DrillRecorder, 'list' | 'find'>;
  readonly key: DrillKey;
}

const SHOWN_MAX = 200;

export function drillOperations({
  drills: { tenantId, recorder, key },
  people,
  configuration,
}: Pick<ApiParts, 'drills' | 'people' | 'configuration'>): Operation[] {
  const mayReadOf =
    (reader: Reader) =>
    (drill: Pick<DrillRecord, 'agentId'>): boolean =>
      reader.isAdministrator() || overseen(configuration.current(), reader, drill);
  return [
    operation({
      method: 'get',
      path: '/api/v1/emergency-drills',
      summary: 'Drills of emergencies of the agents whom the reader supervises, the newest first',
      answer: drillsSchema,
      perform: async ({ reader }) => {
        if (!mayRead(reader)) return notYours;
        const records = await recorder.list(SHOWN_MAX, mayReadOf(reader));
        const drills = records.map((record) => drillShown(people, record));
        return answered({ drills, keyFingerprint: await key.fingerprint() });
      },
    }),
    operation({
      method: 'get',
      path: '/api/v1/emergency-drills/:id/report',
      summary: 'The signed report of a drill; `npm run drill:verify` checks it',
      answer: drillReportSchema,
      perform: async ({ reader, params }) => {
        if (!mayRead(reader)) return notYours;
        const record = await recorder.find(params['id'] ?? '');
        if (record === null || !mayReadOf(reader)(record)) return unknown('The drill');
        const report = signReport(tenantId, drillShown(people, record), await key.privateKey());
        const file = `attachment; filename="drill-${record.id.replaceAll(/[^\w-]/g, '')}.json"`;
        return answered(report, { 'content-disposition': file });
      },
    }),
  ];
}

/** In names: somebody who was erased is named by id. */
export function drillShown(people: Pick<People, 'find'>, record: DrillRecord): DrillShown {
  const { id, agentId, startedAt, finishedAt, isOvertaken, path, callbackReachedAgent } = record;
  const person = (personId: PersonId) => ({
    id: personId,
    name: people.find(personId)?.displayName || personId,
  });
  return {
    ...{ id, agent: person(asId<PersonId>(agentId)), isOvertaken, path },
    startedAt: instant(startedAt),
    finishedAt: instantOrNull(finishedAt),
    callbackReachedAgent: path === 'pool' ? callbackReachedAgent : null,
    steps: record.steps.map(({ at, what, personId, detail }) => ({
      ...{ at: instant(at), what, detail },
      person: personId === null ? null : person(personId),
    })),
  };
}

/** Drills of an agent who serves nothing any more are for administrators. */
function overseen(
  now: InForce,
  reader: Reader,
  { agentId }: Pick<DrillRecord, 'agentId'>,
): boolean {
  const { serves } = responsibilityOf(now, asId<PersonId>(agentId));
  return [...serves].some((serviceId) => reader.oversees(serviceId));
}

function mayRead(reader: Reader): boolean {
  return reader.roles().some((role) => role === 'administrator' || role === 'supervisor');
}

const notYours = forbidden(
  {
    en: 'Drills are shown to administrators and supervisors.',
    de: 'Übungen sehen Administratoren und Supervisoren.',
  },
  ASK_AN_ADMINISTRATOR,
);
