import type {
  AccountDescription,
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

/** The settings that an administrator or the person chose in Teams, and for the mailbox. */
export interface CallingSettings {
  /** Unanswered calls go to voicemail after so long; null switches voicemail off. */
  readonly voicemailAfterSeconds: number | null;
  /** A user principal name or a telephone number that gets every call instead. */
  readonly forwardTo: string | null;
  readonly busyOnBusy: boolean;
  readonly ownNumber: string | null;
  readonly callerIdRewrite: boolean;
  /** How late presence follows the calendar: 0 online, minutes for a mailbox on premises. */
  readonly calendarDelaySeconds: number;
}

/** What an administrator set up about somebody's signing in. */
export interface SignInRules {
  /** Tokens are given only to who proved a second factor. */
  readonly isSecondFactorRequired: boolean;
  /** A Conditional Access policy gives no tokens at all. */
  readonly isBlockedByPolicy: boolean;
  readonly isDisabled: boolean;
  /** An account of another tenant is a guest of the played one. */
  readonly isInvited: boolean;
  /** Counts how often all sessions were revoked: what an older one was given is worth nothing. */
  readonly session: number;
}

/** Whoever can sign in: a person, or an account that nobody sits at. */
export interface Account {
  readonly id: string;
  readonly upn: string;
  readonly displayName: string;
  readonly homeTenantId: string;
  readonly role: Person['role'] | 'service';
  signIn: SignInRules;
}

/** A person of the played organization; what may change are behaviour, settings and rules. */
export interface Person extends Readonly<PersonDescription> {
  readonly homeTenantId: string;
  behaviour: Behaviour;
  settings: CallingSettings;
  signIn: SignInRules;
}

export type Service = Readonly<ServiceDescription>;
export type Group = Readonly<GroupDescription>;

/** Everybody and everything that has a name in the tenant, found by any of its names. */
export class Directory {
  readonly organization: string;
  readonly people: readonly Person[];
  readonly serviceAccounts: readonly Account[];
  /** Other tenants that accounts are at home in. */
  readonly partnerTenantIds: readonly string[];
  readonly services: readonly Service[];
  readonly groups: readonly Group[];
  readonly emergencyCallbackNumbers: readonly string[];
  readonly #peopleByName = new Map<string, Person>();

  constructor(world: WorldDescription) {
    this.organization = world.organization;
    this.people = world.people.map((person) => newPerson(person, world.tenantId));
    this.serviceAccounts = world.serviceAccounts.map((one) => newAccount(one, world.tenantId));
    const homes = new Set(this.serviceAccounts.map(({ homeTenantId }) => homeTenantId));
    this.partnerTenantIds = [...homes].filter((tenantId) => tenantId !== world.tenantId);
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

  /** Whoever signs in by an object id or a user principal name, at home here or elsewhere. */
  findAccount(idOrUpn: string): Account | undefined {
    const wanted = idOrUpn.toLowerCase();
    const isWanted = ({ id, upn }: Account): boolean => id === wanted || upn === wanted;
    return this.findPerson(wanted) ?? this.serviceAccounts.find(isWanted);
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

const openSignIn: SignInRules = {
  isSecondFactorRequired: false,
  isBlockedByPolicy: false,
  isDisabled: false,
  isInvited: false,
  session: 1,
};

function newAccount({ homeTenantId, ...named }: AccountDescription, tenantId: string): Account {
  const home = homeTenantId ?? tenantId;
  return { ...named, role: 'service', homeTenantId: home, signIn: openSignIn };
}

function newPerson(description: PersonDescription, tenantId: string): Person {
  return {
    ...description,
    homeTenantId: tenantId,
    signIn: openSignIn,
    behaviour: { answers: 'manual', afterSeconds: 2, talksForSeconds: null },
    settings: {
      voicemailAfterSeconds: 20,
      forwardTo: null,
      busyOnBusy: true,
      ownNumber: description.phone,
      callerIdRewrite: false,
      calendarDelaySeconds: 0,
    },
  };
}
