/** The part of the mock API that answers about emergencies. */
import {
  drillsSchema,
  emergenciesSchema,
  emergencyNumbersSchema,
  emergencyStartSchema,
  heldNumbersSchema,
  mailPreviewRequestSchema,
  mailPreviewSchema,
} from '@rufwerk/engine/api';
import { annasEmergency, drills } from './contosoEmergency.ts';
import type { Answer } from './mockApi.ts';
import type { MockWorld } from './mockWorld.ts';

const DONE: Answer = { status: 204, body: null };

export function emergencyShown(path: string, world: MockWorld): Answer | null {
  switch (path) {
    case '/my-work/emergency-numbers':
      return ok(emergencyNumbersSchema.parse({ country: 'CH', numbers: world.emergencyNumbers }));
    case '/emergencies':
      return ok(emergenciesSchema.parse({ emergencies: world.emergencies }));
    case '/emergency-callback-numbers':
      return ok(heldNumbersSchema.parse({ held: world.heldNumbers }));
    case '/emergency-drills':
      return ok(drillsSchema.parse({ drills, keyFingerprint: 'SHA256:4f:0c:91' }));
    case '/emergency-drills/d-1/report':
      return ok({ report: 'signed' });
    default:
      return null;
  }
}

export function emergencyDone(what: string, body: unknown, world: MockWorld): Answer | null {
  switch (what) {
    case 'POST /my-work/emergency':
      emergencyStartSchema.parse(body);
      world.become({ state: 'in-an-emergency', emergency: annasEmergency });
      return ok(annasEmergency);
    case 'POST /my-work/emergency/call-over':
      world.become({ emergency: { ...annasEmergency, call: 'over' } });
      return DONE;
    case 'POST /my-work/emergency/ready':
      world.become({ state: 'ready', emergency: null });
      return DONE;
    case 'POST /emergency-mail-preview': {
      const { template, isDrill } = mailPreviewRequestSchema.parse(body);
      return ok(previewOf(template, isDrill));
    }
    default:
      return /emergency(-drill|\/goes-on|\/call-over)$/.test(what) ? DONE : null;
  }
}

/** Only the agent's name and the drill mark are put in. */
function previewOf(template: { subject: string; body: string }, isDrill: boolean): unknown {
  const filled = (text: string): string =>
    text.replaceAll('{{agent}}', 'Anna Müller').replaceAll('{{drill}}', isDrill ? 'DRILL: ' : '');
  return mailPreviewSchema.parse({
    subject: filled(template.subject),
    body: filled(template.body),
    problems: template.body.includes('{{nobody}}')
      ? [{ field: 'body', rule: 'There is no variable {{nobody}}.', mend: 'Use {{agent}}.' }]
      : [],
  });
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}
