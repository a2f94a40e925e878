/** A service that names nobody but a Microsoft 365 group: its members are found, seen and rung. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { myWorkSchema } from '@rufwerk/engine/api';
import { eventually, upn } from './control.ts';
import { House } from './house.ts';

const CLAIMS = '+41440000300';
/** Greta and Hugo, as the simulated tenant's directory says. */
const CLAIMS_TEAM = '5fd17350-6988-4395-9c56-2a3d48fff02f';
const [GRETA, HUGO] = [upn('greta.agent'), upn('hugo.agent')];

const configurationText = `
administrators: [${upn('admin')}]
services:
  - id: claims
    name: Claims
    resourceAccount: ${upn('claims')}
    responsibility: { team: ${CLAIMS_TEAM} }
    supervisors: [${upn('sam.supervisor')}]
`;

let house: House;
beforeAll(async () => {
  house = await House.open({ configurationText });
}, 60_000);
afterAll(() => house.close());

test('NIMx-03: members of the team have their presence read, and are rung by it', async () => {
  const workOfGreta = async () => myWorkSchema.parse(await house.api(GRETA, '/api/v1/my-work'));
  // The members become known after the start; the poll forms its blocks when it meets them.
  const seen = await eventually(
    async () => {
      await house.control.advance(5);
      return workOfGreta().catch(() => null);
    },
    (work) => work !== null && work.presence !== null && work.services[0]?.reason === null,
    10_000,
  );
  expect(seen).toMatchObject({ presence: { availability: 'Available' }, state: 'ready' });
  await house.control.presence(GRETA, 'DoNotDisturb', 'DoNotDisturb');
  await house.control.advance(5);
  const id = await house.control.dial(CLAIMS);
  expect((await house.control.ringing(id)).upn).toBe(HUGO);
  expect((await workOfGreta()).services[0]?.reason).toMatchObject({ code: 'not-distributed' });
});
