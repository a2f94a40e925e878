import type {
  GroupDescription,
  PersonDescription,
  ServiceDescription,
  WorldDescription,
} from './description.ts';

/** What a person does when the Teams client rings. */
export interface Behaviour {
  /** `auto` accepts by itself, `never` lets it ring, `manual` waits for the page or a test. */
  readonly answers: 'auto' | 'never' | 'manual';
  readonly afterSeconds: number;
  /** Hangs up by itself after so long; null talks until somebody hangs up. */
  readonly talksForSeconds: number | null;
}

/** The calling settings that an administrator or the person chose in Teams. */
export interface CallingSettings {
  /** Unanswered calls go to voicemail after so long; null switches voicemail off. */
  readonly voicemailAfterSeconds: number | null;
  /** A user principal name or a telephone number that gets every call instead. */
  readonly forwardTo: string | null;
  readonly busyOnBusy: boolean;
  readonly ownNumber: string | null;
  readonly callerIdRewrite: boolean;
}

/** A person of the played organization; what may change about them is behaviour and settings. */
export interface Person extends Readonly<PersonDescription> {
  behaviour: Behaviour;
  settings: CallingSettings;
}

export type Service = Readonly<ServiceDescription>;
export type Group = Readonly<GroupDescription>;

/** Everybody and everything that has a name in the tenant, found by any of its names. */
export class Directory {
  readonly organization: string;
  readonly people: readonly Person[];
  readonly services: readonly Service[];
  readonly groups: readonly Group[];
  readonly emergencyCallbackNumbers: readonly string[];
  readonly #peopleByName = new Map<string, Person>();

  constructor(world: WorldDescription) {
    this.organization = world.organization;
    this.people = world.people.map(newPerson);
    this.services = world.services;
    this.groups = world.groups;
    this.emergencyCallbackNumbers = world.emergencyCallbackNumbers;
    for (const person of this.people) {
      this.#peopleByName.set(person.id.toLowerCase(), person);
      this.#peopleByName.set(person.upn.toLowerCase(), person);
    }
  }

  /** A person by object id or user principal name, in any case, as Graph takes them. */
  findPerson(idOrUpn: string): Person | undefined {
    return this.#peopleByName.get(idOrUpn.toLowerCase());
  }

  findServiceByPhone(phone: string): Service | undefined {
    return this.services.find((service) => service.phone === phone);
  }

  findServiceByInstance(applicationInstanceId: string): Service | undefined {
    const wanted = applicationInstanceId.toLowerCase();
    return this.services.find((service) => service.applicationInstanceId === wanted);
  }

  findGroup(id: string): Group | undefined {
    return this.groups.find((group) => group.id === id.toLowerCase());
  }
}

function newPerson(description: PersonDescription): Person {
  return {
    ...description,
    behaviour: { answers: 'manual', afterSeconds: 2, talksForSeconds: null },
    settings: {
      voicemailAfterSeconds: 20,
      forwardTo: null,
      busyOnBusy: true,
      ownNumber: description.phone,
      callerIdRewrite: false,
    },
  };
}
