import type {
  AccountDescription,
  GroupDescription,
  OfficeDescription,
  PersonDescription,
  ServiceDescription,
  SharedMailboxDescription,
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
  /** The carrier shows another number than the person's own. */
  readonly callerIdRewrite: boolean;
  /** The emergency calling policy in force, for which Graph tells of calls; null tells nobody. */
  readonly emergencyPolicy: string | null;
  /** Whether the person's client knows where it is. */
  readonly locationKnown: boolean;
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
export type SharedMailbox = Readonly<SharedMailboxDescription>;
export type Group = Readonly<GroupDescription>;

/** Everybody and everything that has a name in the tenant, found by any of its names. */
export class Directory {
  readonly organization: string;
  readonly people: readonly Person[];
  readonly serviceAccounts: readonly Account[];
  /** Other tenants that accounts are at home in. */
  readonly partnerTenantIds: readonly string[];
  readonly sharedMailboxes: readonly SharedMailbox[];
  readonly services: readonly Service[];
  readonly groups: readonly Group[];
  /** Called back by emergency services; resource accounts as those of services are. */
  readonly emergencyCallbackAccounts: readonly Service[];
  readonly emergencyCallbackNumbers: readonly string[];
  /** Every account with a number and the product behind it: the services and those above. */
  readonly resourceAccounts: readonly Service[];
  readonly office: OfficeDescription;
  readonly #peopleByName = new Map<string, Person>();

  constructor(world: WorldDescription) {
    this.organization = world.organization;
    this.people = world.people.map((person) => newPerson(person, world));
    this.serviceAccounts = world.serviceAccounts.map((one) => newAccount(one, world.tenantId));
    const homes = new Set(this.serviceAccounts.map(({ homeTenantId }) => homeTenantId));
    this.partnerTenantIds = [...homes].filter((tenantId) => tenantId !== world.tenantId);
    this.sharedMailboxes = world.sharedMailboxes;
    this.services = world.services;
    this.groups = world.groups;
    this.emergencyCallbackAccounts = world.emergencyCallbackAccounts;
    this.emergencyCallbackNumbers = this.emergencyCallbackAccounts.map(({ phone }) => phone);
    this.resourceAccounts = [...this.services, ...this.emergencyCallbackAccounts];
    this.office = world.office;
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

  /** Who can send mail: every person, and the shared mailboxes. */
  findMailbox(idOrUpn: string): Person | SharedMailbox | undefined {
    const wanted = idOrUpn.toLowerCase();
    const isWanted = ({ id, upn }: SharedMailbox): boolean => id === wanted || upn === wanted;
    return this.findPerson(wanted) ?? this.sharedMailboxes.find(isWanted);
  }

  /** A service or a number of emergency callbacks by its account. */
  findResourceAccount(idOrUpn: string): Service | undefined {
    const wanted = idOrUpn.toLowerCase();
    return this.resourceAccounts.find(
      ({ upn, applicationInstanceId }) => upn === wanted || applicationInstanceId === wanted,
    );
  }

  findServiceByPhone(phone: string): Service | undefined {
    return this.resourceAccounts.find((account) => account.phone === phone);
  }

  findServiceByInstance(applicationInstanceId: string): Service | undefined {
    const wanted = applicationInstanceId.toLowerCase();
    return this.resourceAccounts.find((account) => account.applicationInstanceId === wanted);
  }

  /** The person whose own number this is. */
  findPersonByNumber(number: string): Person | undefined {
    return this.people.find(({ settings }) => settings.ownNumber === number);
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

function newPerson(description: PersonDescription, world: WorldDescription): Person {
  const { emergencyPolicy = world.emergencyPolicy, callerIdRewrite = false } = description;
  return {
    ...description,
    homeTenantId: world.tenantId,
    signIn: openSignIn,
    behaviour: { answers: 'manual', afterSeconds: 2, talksForSeconds: null },
    settings: {
      voicemailAfterSeconds: 20,
      forwardTo: null,
      busyOnBusy: true,
      ownNumber: description.phone,
      callerIdRewrite,
      emergencyPolicy,
      locationKnown: true,
      calendarDelaySeconds: 0,
    },
  };
}
