/** Anna's emergency at Contoso, as the engine would tell of it, and a house that has it. */
import { asId } from '@rufwerk/engine/core';
import type {
  EffectId,
  EffectOutcome,
  EmergencyId,
  EmergencyView,
  Fact,
  NoticeView,
  PersonId,
} from '@rufwerk/engine/core';
import type { InputDraft } from '@rufwerk/engine/ports';
import type { Bot, EmergencyPorts } from '@rufwerk/bot';
import { adrian, anna, carla, MINUTE_MS, sam, startsAt } from './contoso.ts';

export const emergencyId = asId<EmergencyId>('emergency-1');
export const PLACE = 'Hauptstrasse 12, 8001 Zürich, 3rd floor';

export function notice(
  { id: contactId }: { readonly id: PersonId },
  channel: NoticeView['channel'],
  state: NoticeView['state'],
  retryAt: number | null = null,
): NoticeView {
  return { contactId, channel, state, retryAt, because: null };
}

/** Anna dialled at nine; Carla is her contact, Sam supervises her service. */
export const annaCalls: EmergencyView = {
  emergencyId,
  agentId: anna.id,
  isDrill: false,
  startedAt: startsAt,
  dialledAt: startsAt,
  call: 'shown',
  shownUntilAt: startsAt + 15 * MINUTE_MS,
  endIsTold: true,
  untilAt: startsAt + 60 * MINUTE_MS,
  callEndedAt: null,
  endedAt: null,
  callback: { path: 'own-number' },
  rungForCallback: [carla.id],
  standInsForCallback: [sam.id],
  notices: [
    notice(carla, 'mail', 'waiting', startsAt + 4_000),
    notice(carla, 'activity', 'sent'),
    notice(sam, 'activity', 'sending'),
  ],
  unreachableInTeams: [],
  shownInstead: null,
  ownDoNotDisturb: false,
};

export const callOver: EmergencyView = {
  ...annaCalls,
  call: 'over',
  callEndedAt: startsAt + 4 * MINUTE_MS,
};

/** Everybody was told in one way at least. */
export const ended: EmergencyView = {
  ...callOver,
  endedAt: startsAt + 60 * MINUTE_MS,
  notices: [
    notice(carla, 'mail', 'given-up'),
    notice(carla, 'activity', 'sent'),
    notice(sam, 'activity', 'sent'),
  ],
};

/** What the engine knows of emergencies, and what it is told of them. */
export class EmergencyDesk implements EmergencyPorts {
  readonly views: EmergencyView[] = [annaCalls];
  readonly submitted: InputDraft[] = [];
  place: string | null = PLACE;
  /** What the engine makes of an input; nothing when it comes too late. */
  takes: (input: InputDraft) => readonly Fact[] = (input) => this.#taken(input);
  observe: (facts: readonly Fact[]) => void = () => undefined;

  byId = (id: EmergencyId): Promise<EmergencyView | null> =>
    Promise.resolve(this.views.find((view) => view.emergencyId === id) ?? null);

  underWay = (): Promise<readonly EmergencyView[]> =>
    Promise.resolve(this.views.filter(({ endedAt }) => endedAt === null));

  placeOf = (): Promise<string | null> => Promise.resolve(this.place);

  urlOf: EmergencyPorts['urlOf'] = (id, reader) =>
    `https://rufwerk.contoso.example/tab/${reader === 'agent' ? 'my-work' : `live/${id}`}`;

  submit: EmergencyPorts['submit'] = (input) => {
    this.submitted.push(input);
    const facts = this.takes(input);
    this.observe(facts);
    return Promise.resolve({ seq: 1, facts });
  };

  /** The one emergency as it stands now. */
  stands(view: EmergencyView): void {
    this.views.splice(0, this.views.length, view);
  }

  #taken(input: InputDraft): readonly Fact[] {
    const [view] = this.views;
    if (view === undefined) return [];
    const about = { at: startsAt + MINUTE_MS, emergencyId: view.emergencyId, agentId: anna.id };
    const ignored = { type: 'InputIgnored', at: about.at, reason: 'already-so' } as const;
    switch (input.type) {
      case 'EmergencyCallOver':
        if (view.call === 'over') return [ignored];
        this.stands({ ...view, call: 'over', callEndedAt: about.at });
        return [
          {
            type: 'EmergencyCallEnded',
            ...about,
            cause: 'pressed',
            by: input.by,
            endedAt: about.at,
          },
        ];
      case 'EmergencyCallGoesOn':
        if (view.call === 'over') return [ignored];
        return [
          {
            type: 'EmergencyLeaseMoved',
            ...{ ...about, shownUntilAt: view.shownUntilAt, by: input.by },
          },
        ];
      case 'CallbackWindowEnded':
        if (view.call !== 'over') return [ignored];
        this.stands({ ...view, endedAt: about.at });
        return [{ type: 'EmergencyEnded', ...about, cause: 'ready', by: input.by }];
      default:
        throw new Error(`${input.type} is not on this stage`);
    }
  }
}

/** What the engine asks for when something about the emergency has changed. */
export function showEmergency(
  bot: Bot,
  recipients: readonly { readonly id: PersonId }[],
  mayHaveHappened = false,
): Promise<EffectOutcome> {
  return bot.emergencyCards.perform({
    effectId: asId<EffectId>('e-9'),
    effect: {
      kind: 'show-emergency-card',
      emergencyId,
      agentId: anna.id,
      recipientIds: recipients.map(({ id }) => id),
    },
    mayHaveHappened,
  });
}

/** As many contacts as a configuration can name, each told in both ways. */
export const manyTold: EmergencyView = {
  ...annaCalls,
  callback: { path: 'pool', account: asId('account-1'), number: '+41440000901' },
  rungForCallback: Array.from({ length: 150 }, () => adrian.id),
  notices: Array.from({ length: 150 }, (_, index) => asId<PersonId>(`p-${index}`)).flatMap((id) => [
    notice({ id }, 'mail', 'waiting', startsAt + 4_000),
    notice({ id }, 'activity', 'given-up'),
  ]),
};
