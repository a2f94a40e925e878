import { describe, expect, test } from '@jest/globals';
import { validateConfiguration } from '@rufwerk/engine/core';
import {
  liveCalls,
  overflowsInto,
  withoutService,
} from '../../../../src/tab/setUp/services/removal.ts';
import { helpdesk } from '../../contoso.ts';
import { configurationOfContoso } from '../../contosoSetUp.ts';

describe('removing a service', () => {
  test('names every setting that sends calls there, as the server would refuse them', () => {
    const configuration = configurationOfContoso();
    const fields = overflowsInto(configuration, 'sales');
    expect(fields).toEqual(['services[0].queue.whenFull']);
    const refused = validateConfiguration(withoutService(configuration, 'sales'));
    expect(refused).toMatchObject({ ok: false, problems: [{ field: `${fields[0]}.service` }] });
  });

  test('is possible where no other service sends calls there', () => {
    const configuration = configurationOfContoso();
    expect(overflowsInto(configuration, 'it-helpdesk')).toEqual([]);
    const left = withoutService(configuration, 'it-helpdesk');
    expect(validateConfiguration(left).ok).toBe(true);
    expect(left.services.map(({ id }) => id)).toEqual(['sales']);
  });

  test('tells callers who wait, who are to be called back, and who are served apart', () => {
    const [call] = helpdesk.queue;
    if (call === undefined) throw new Error('Nobody waits in the help desk.');
    const phases = [
      ...(['arriving', 'waiting', 'confirming', 'call-back', 'dialling'] as const),
      ...(['leaving', 'connected', 'handed-over'] as const),
    ];
    const queue = phases.map((phase) => ({ ...call, phase }));
    expect(liveCalls(queue)).toEqual({ waiting: 3, callBacks: 2, served: 3 });
    expect(liveCalls([])).toEqual({ waiting: 0, callBacks: 0, served: 0 });
  });
});
