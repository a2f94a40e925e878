/**
 * The mail that tells one contact of an agent's emergency (EMG-18, EMG-20..22). It holds no number
 * and no location; its link leads to where the location stands while the emergency is open (DEC-9).
 *
 * The language is that of the recipient where it is known, else that of the agent, else that of the
 * administrator's first template, else English.
 */
import type { EmergencyId, Language, PersonId, TellContact } from '@rufwerk/engine/core';
import type { People, PersonDetails } from '@rufwerk/engine/ports';
import { serviceNameShown } from '../../api/shown.ts';
import type { InForce } from '../../configuration/inForce.ts';
import { responsibilityOf } from '../../session/responsibility.ts';
import { mailWords, templateFor } from './mailWords.ts';

export interface EmergencyMail {
  /** One mail address. */
  readonly to: string;
  /** Object id of the mailbox's owner. */
  readonly from: string;
  /** The agent's own mailbox, where the shared one cannot be used. */
  readonly otherwiseFrom: string | null;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

export interface EmergencyMailParts {
  readonly people: Pick<People, 'find'>;
  readonly inForce: () => InForce;
  /** Null where a person's language is not known. */
  readonly languageOf: (personId: PersonId) => Promise<Language | null>;
  /** Where the tab shows the emergency. */
  readonly linkTo: (emergencyId: EmergencyId) => string;
}

export type WriteEmergencyMail = (
  effect: Omit<TellContact, 'kind'>,
) => Promise<EmergencyMail | null>;

/** Null where there is nobody to send to, or no mailbox to send from: the card tells as well. */
export function createEmergencyMail(parts: EmergencyMailParts): WriteEmergencyMail {
  const { people, inForce, languageOf, linkTo } = parts;
  return async ({ emergencyId, agentId, contactId, isDrill, startedAt }) => {
    const now = inForce();
    const { emergency, timeZone = 'UTC' } = now.configuration ?? {};
    const agent = people.find(agentId);
    const to = addressOf(people.find(contactId));
    const own = agent?.entraId ?? null;
    const shared = emergency?.mailFrom ? (people.find(emergency.mailFrom)?.entraId ?? null) : null;
    const from = shared ?? own;
    if (to === null || from === null) return null;
    const templates = emergency?.mailTemplates ?? [];
    const known = (await languageOf(contactId)) ?? (await languageOf(agentId));
    const language = known ?? templates[0]?.language ?? 'en';
    const services = [...responsibilityOf(now, agentId).serves];
    const { subject, body: text } = mailWords(
      templateFor(language, templates),
      {
        ...{ startedAt, timeZone, isDrill, link: linkTo(emergencyId) },
        agent: agent?.displayName ?? '',
        services: services.map((id) => serviceNameShown(now.configuration, id)),
      },
      language,
    );
    return { to, from, otherwiseFrom: from === own ? null : own, subject, text };
  };
}

/** One address and nothing else: what could hold a second one, or a header, is none. */
const ADDRESS = /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+$/;

/** A contact's own address, else the user principal name. */
function addressOf(person: PersonDetails | null): string | null {
  const address = person?.mail ?? person?.userPrincipalName ?? null;
  return address !== null && ADDRESS.test(address) ? address : null;
}
