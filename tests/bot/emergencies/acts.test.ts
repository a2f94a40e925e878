import { expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { EmergencyId, Fact } from '@rufwerk/engine/core';
import { EmergencyActs } from '../../../src/bot/emergencies/acts.ts';
import { anna, sam, startsAt } from '../stage/contoso.ts';
import { emergencyId } from '../stage/emergency.ts';
import { MemoryNotes } from '../stage/memory.ts';

const about = { at: startsAt, emergencyId, agentId: anna.id };
const over: Fact = {
  ...about,
  type: 'EmergencyCallEnded',
  cause: 'pressed',
  by: sam.id,
  endedAt: startsAt,
};
const began: Fact = {
  ...{ ...about, type: 'EmergencyStarted', sign: 'button', isDrill: false, by: anna.id },
  ...{ dialledAt: startsAt, shownUntilAt: startsAt + 1, untilAt: startsAt + 2 },
};

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

test('who acted last is known at once, and after a restart', async () => {
  const notes = new MemoryNotes();
  const acts = new EmergencyActs(notes, log);
  acts.observe([began, over]);
  const expected = { kind: 'over', cause: 'pressed', by: sam.id, at: startsAt };
  expect(await acts.lastOf(emergencyId)).toEqual(expected);
  expect(await new EmergencyActs(notes, log).lastOf(emergencyId)).toEqual(expected);
});

test('dialled anew, what was said before no longer counts', async () => {
  const notes = new MemoryNotes();
  const acts = new EmergencyActs(notes, log);
  acts.observe([over, began]);
  expect(await acts.lastOf(emergencyId)).toBeNull();
  expect(await new EmergencyActs(notes, log).lastOf(emergencyId)).toBeNull();
});

test('of hundreds of emergencies only the newest stay in mind, the others in the notes', async () => {
  const notes = new MemoryNotes();
  const acts = new EmergencyActs(notes, log);
  const ids = Array.from({ length: 150 }, (_, index) => asId<EmergencyId>(`emergency-${index}`));
  acts.observe(ids.map((id) => ({ ...over, emergencyId: id })));
  notes.all.clear();
  expect(await acts.lastOf(ids[0] ?? emergencyId)).toBeNull();
  expect(await acts.lastOf(ids[149] ?? emergencyId)).toMatchObject({ by: sam.id });
});
