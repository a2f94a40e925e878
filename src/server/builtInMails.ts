/**
 * Which words an emergency mail has where the administrator has written none: a drill says that
 * nobody called, and nobody outside is sent to a place in Teams that only people of the
 * organisation can open (EMG-18, EMG-22).
 */
import { builtInMailFor, type MailOccasion } from '@rufwerk/engine/api';
import type { Language } from '@rufwerk/engine/core';
import type { InForce } from './configuration/inForce.ts';
import {
  createEmergencyMail,
  type EmergencyMailParts,
  type WriteEmergencyMail,
} from './emergencies/mail/emergencyMail.ts';

const LANGUAGES = ['en', 'de'] as const satisfies readonly Language[];

export function createMailOfOccasion(parts: EmergencyMailParts): WriteEmergencyMail {
  const { people, inForce } = parts;
  return (effect) => {
    const isOutside = (people.find(effect.contactId)?.entraId ?? null) === null;
    const occasion = { isDrill: effect.isDrill, isOutside };
    return createEmergencyMail({ ...parts, inForce: () => worded(inForce(), occasion) })(effect);
  };
}

/** The administrator's own words come first, and keep their languages. */
function worded(now: InForce, occasion: MailOccasion): InForce {
  const { configuration } = now;
  if (configuration === null) return now;
  const { mailTemplates: own } = configuration.emergency;
  const missing = LANGUAGES.filter((each) => !own.some(({ language }) => language === each));
  const builtIn = missing.map((language) => ({ language, ...builtInMailFor(language, occasion) }));
  const emergency = { ...configuration.emergency, mailTemplates: [...own, ...builtIn] };
  return { ...now, configuration: { ...configuration, emergency } };
}
