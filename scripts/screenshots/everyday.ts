/** The pictures of the README: a call comes in while most of the help desk is busy. */
import { HELP_DESK, upn } from '../../tests/e2e/control.ts';
import type { House } from '../../tests/e2e/house.ts';
import type { Camera } from './camera.ts';

const BUSY = ['ben.agent', 'carla.agent', 'david.agent'];

export async function takeEveryday({ control }: House, camera: Camera): Promise<void> {
  for (const agent of BUSY) await control.presence(upn(agent), 'Busy', 'Busy');
  await control.advance(5);
  const id = await control.dial(HELP_DESK);
  await control.ringing(id);

  // What shows the ringing call first: it rings for 15 seconds.
  const supervisor = { person: 'sam.supervisor', page: 'Live' } as const;
  const myWork = await camera.open({ person: 'anna.agent', page: 'My work' });
  await camera.takeTenant(myWork, 'my-work');
  await camera.takeTenant(await camera.open(supervisor), 'live');
  const inGerman = await camera.open({ ...supervisor, theme: 'dark', language: 'de' });
  await camera.takeTenant(inGerman, 'dark-german');
  const chat = await camera.open(supervisor);
  await chat.page.getByRole('tab', { name: /^Chat/ }).click();
  await camera.takeTenant(chat, 'chat');
  const setUp = await camera.open({ person: 'admin', page: 'Set-up' });
  await setUp.tab.getByRole('link', { name: /IT Helpdesk/ }).click();
  await camera.takeTenant(setUp, 'set-up');

  await control.remove(`/calls/${id}`);
  for (const agent of BUSY) await control.remove(`/people/${upn(agent)}/presence`);
  await control.advance(60);
}
