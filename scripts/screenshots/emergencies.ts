/**
 * The pictures of docs/emergency-calls.md: David, whose callback is a number of the pool, calls
 * for help, and later waits to be called back.
 */
import type { House } from '../../tests/e2e/house.ts';
import type { Camera } from './camera.ts';

const DAVID = { person: 'david.agent', page: 'My work' } as const;

export async function takeEmergencies({ control }: House, camera: Camera): Promise<void> {
  const pressing = await camera.open({ ...DAVID, height: 760 });
  const david = pressing.tab;
  await david.getByRole('button', { name: 'Emergency call' }).click();
  await camera.takeTab(pressing, 'emergency-button');
  await david.getByRole('button', { name: 'Call 112 now' }).click();
  await david.getByRole('heading', { name: 'Emergency call in progress' }).waitFor();
  await control.advance(40);
  await camera.takeTab(pressing, 'emergency-call');

  const live = { person: 'sam.supervisor', page: 'Live', height: 800 } as const;
  await camera.takeTab(await camera.open(live), 'emergency-live');
  await camera.takeTab(
    await camera.open({ ...DAVID, theme: 'dark', language: 'de', page: 'Meine Arbeit' }),
    'emergency-dark-german',
  );

  await control.advance(180);
  for (const { id } of await control.get<{ id: string }[]>('/emergencies')) {
    await control.remove(`/emergencies/${id}`);
  }
  const waiting = await camera.open({ ...DAVID, height: 840 });
  await waiting.tab.getByRole('heading', { name: 'Callback window' }).waitFor();
  await camera.takeTab(waiting, 'emergency-callback');

  const setUp = await camera.open({ person: 'admin', page: 'Set-up', height: 1_600 });
  await setUp.tab.getByRole('link', { name: /^Emergency/ }).click();
  await camera.takeTab(setUp, 'emergency-set-up');
}
