import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MyWork, OfferPhase } from '@rufwerk/engine/api';
import { ago, anna, annasWork, presence } from '../contoso.ts';
import type { MockServer } from '../mockServer.ts';
import { setStage, type Stage, STAGE_TIMEOUT_MS } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let server: MockServer;

beforeAll(async () => {
  stage = await setStage();
}, STAGE_TIMEOUT_MS);
beforeEach(async () => {
  server = await stage.begin();
});
afterAll(() => stage.close());

function offered(phase: OfferPhase): Partial<MyWork> {
  const lasts = { since: ago(4), until: ago(-11) };
  const call = { taskId: 't-9', serviceName: 'IT Helpdesk', callerName: '+41 79 000 00 01' };
  const offer = { offerId: 'o-9', ...call, phase, offeredAt: ago(4), ...lasts };
  const reason = { code: 'ringing', sinceAt: Date.parse(ago(4)) } as const;
  const row = { offerId: 'o-9', serviceName: 'IT Helpdesk', offeredAt: ago(4) };
  return {
    ...{ state: phase, ...lasts, offer },
    services: annasWork.services.map((service) => ({ ...service, reason })),
    today: [{ ...row, outcome: null, decisionId: 'd-9' }],
  };
}

const ringing = offered('ringing');

/** Notes every heading that ever stands on the page. */
function keepHeadings(): void {
  const headings: string[] = [];
  Object.assign(globalThis, { headings });
  new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll('h2')) headings.push(textContent);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

describe('My work', () => {
  test('shows the state first, since when, and the sentence of its cause', async () => {
    const { tab } = await stage.open();
    const state = tab.getByRole('region', { name: 'Your state' });
    await state.getByRole('heading', { name: 'Not ready' }).waitFor();
    await state.getByText('for 10:07 min').waitFor();
    await state
      .getByText('Teams shows Busy, the service does not ring these people.', { exact: false })
      .waitFor();
    await state
      .getByText('Teams shows you as Busy (in a meeting), seen 4 s ago by Microsoft Graph.')
      .waitFor();
  });

  test('an agent goes off duty with the keyboard alone', async () => {
    const { tab, page } = await stage.open();
    const duty = tab.getByRole('switch', { name: 'On duty' });
    await duty.focus();
    await page.keyboard.press('Space');
    await tab.getByRole('heading', { name: 'Off duty' }).waitFor();
    expect(await duty.isChecked()).toBe(false);
    expect(server.world.commands()).toMatchObject([
      { method: 'PUT', path: '/my-work/duty', body: { onDuty: false }, person: anna.name },
    ]);
  });

  test('a refused switch goes back and says what would mend it', async () => {
    const { tab } = await stage.open();
    server.world.nextProblem = {
      status: 409,
      body: { title: 'You are in a call.', mend: 'Finish the call first.' },
    };
    const duty = tab.getByRole('switch', { name: 'On duty' });
    await duty.click();
    const trouble = tab.getByRole('group').filter({ hasText: 'You are in a call.' });
    await trouble.getByText('Finish the call first.').waitFor();
    expect(await duty.isChecked()).toBe(true);
    await trouble.getByRole('button', { name: 'Dismiss' }).click();
    await trouble.waitFor({ state: 'detached' });
  });

  test('a ringing call appears by itself and is announced at once', async () => {
    const { tab } = await stage.open();
    await until(() => server.world.streams === 1);
    server.world.become(ringing);
    const offer = tab.getByRole('region', { name: 'IT Helpdesk rings' });
    await offer.getByText('+41 79 000 00 01').waitFor();
    await offer.getByText('11 seconds left').waitFor();
    await tab
      .getByRole('alert')
      .getByText('IT Helpdesk rings. Caller: +41 79 000 00 01. Answer in Teams.')
      .waitFor({ state: 'attached' });
    server.world.become({ state: 'ready', until: null, offer: null });
    await offer.waitFor({ state: 'detached' });
  });

  test.each([
    [
      'en-gb',
      'Held for a call-back',
      'A caller is being called back, and you are held for them. Nothing rings yet.',
      'If they do not answer within 11 seconds, you are free again.',
      'You are held for a caller who is being called back',
      'caller is being called back',
    ],
    [
      'de-ch',
      'Für Rückruf reserviert',
      'Jemand wird zurückgerufen, und Sie sind dafür reserviert. Noch klingelt nichts.',
      'Nimmt sie innert 11 Sekunden nicht ab, sind Sie wieder frei.',
      'Sie sind für jemanden reserviert, der zurückgerufen wird',
      'Rückruf läuft',
    ],
  ])(
    'NIMx-06: who is held for a call-back reads that, and nothing of ringing (%s)',
    async (locale, state, cause, left, standing, row) => {
      server.world.myWork = { ...annasWork, ...offered('held') };
      const { tab } = await stage.open({ locale });
      await tab.getByRole('heading', { name: state, exact: true }).waitFor();
      for (const text of [cause, left, standing, row]) {
        await tab.getByText(text, { exact: true }).first().waitFor();
      }
      await tab.getByRole('status').getByText(cause).first().waitFor({ state: 'attached' });
      expect(await tab.getByRole('alert').first().textContent()).toBe('');
      expect(
        await tab.getByText(/rings at|is ringing|klingelt bei|Ihr Teams klingelt\./).count(),
      ).toBe(0);
    },
  );

  test('DEC-15: a presence that is confirmed in a moment changes nothing on the screen', async () => {
    const { tab, page } = await stage.open();
    await until(() => server.world.streams === 1);
    await tab.getByRole('heading', { name: 'Not ready' }).waitFor();
    await tab.evaluate(keepHeadings);
    server.world.become(offered('confirming'));
    await page.waitForTimeout(300);
    server.world.become(ringing);
    await tab.getByRole('region', { name: 'IT Helpdesk rings' }).waitFor();
    const headings: unknown = await tab.evaluate('globalThis.headings');
    expect(headings).toContain('Ringing');
    expect(headings).not.toContain('Presence being confirmed');
  });

  test('DEC-15: a confirming that lasts is told, and that nothing rings yet', async () => {
    const { tab } = await stage.open();
    await until(() => server.world.streams === 1);
    server.world.become(offered('confirming'));
    await tab.getByRole('heading', { name: 'Presence being confirmed' }).waitFor();
    const cause = 'The next call is for you. Teams is asked once more whether you are free';
    await tab.getByText(cause, { exact: false }).first().waitFor();
    expect(await tab.getByRole('region', { name: /rings/ }).count()).toBe(0);
    expect(await tab.getByRole('alert').first().textContent()).toBe('');
  });

  test('after-call work ends with Done', async () => {
    server.world.myWork = { ...annasWork, state: 'after-call-work', since: ago(3), until: ago(-7) };
    const { tab } = await stage.open();
    await tab.getByText('7 s left').waitFor();
    await tab.getByRole('button', { name: 'Done' }).click();
    await tab.getByRole('heading', { name: 'Ready' }).waitFor();
    expect(server.world.commands()).toMatchObject([
      { method: 'POST', path: '/my-work/after-call-work/finish' },
    ]);
  });

  test('a missed call is explained, and Back to ready ends the pause', async () => {
    const reason = { code: 'paused', cause: 'missed', sinceAt: 0, untilAt: 0 } as const;
    server.world.myWork = {
      ...annasWork,
      state: 'paused',
      until: ago(-25),
      presence: presence('Available'),
      services: annasWork.services.map((service) => ({ ...service, reason })),
    };
    const { tab } = await stage.open();
    await tab.getByText('You did not answer a call', { exact: false }).first().waitFor();
    await tab.getByRole('button', { name: 'Back to ready' }).click();
    await tab.getByRole('heading', { name: 'Ready' }).waitFor();
    expect(server.world.commands()).toMatchObject([{ method: 'POST', path: '/my-work/ready' }]);
  });

  test('Why me? leads to the explanation, and back again', async () => {
    const { tab } = await stage.open();
    await tab.getByRole('link', { name: 'Why me? IT Helpdesk at 9:42 AM' }).click();
    await tab.getByRole('heading', { name: 'Anna Müller was offered the call' }).waitFor();
    await tab.getByRole('link', { name: 'Back to My work' }).click();
    await tab.getByRole('heading', { name: 'My work', level: 1 }).waitFor();
  });

  test('speaks German to a German Teams', async () => {
    const { tab } = await stage.open({ locale: 'de-ch' });
    await tab.getByRole('heading', { name: 'Nicht bereit' }).waitFor();
    await tab.getByRole('switch', { name: 'Angemeldet' }).waitFor();
    await tab.getByRole('link', { name: 'Warum ich? IT Helpdesk um 09:42 Uhr' }).waitFor();
    expect(await tab.locator('html').getAttribute('lang')).toBe('de');
  });
});
