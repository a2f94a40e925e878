/**
 * The parts in which the configuration is edited. Each screen keeps its own part, so that two
 * administrators on two screens do not stand in each other's way.
 */
import type { ConfigurationForm, ServiceForm } from './form.ts';

/** `write` puts back what `read` took, and leaves the rest of the configuration alone. */
export interface Part<Content extends object> {
  /** Under which a draft of it is kept. */
  readonly key: string;
  /** It begins blank: what is still to be given is no mistake before a save was tried. */
  readonly isNew?: true;
  /** Where it stands in the document; empty for the document itself. */
  readonly field: (configuration: ConfigurationForm) => string;
  /** Null when it is not there (any more). */
  readonly read: (configuration: ConfigurationForm) => Content | null;
  readonly write: (configuration: ConfigurationForm, content: Content) => ConfigurationForm;
}

/** A service without its presence rule, which has a screen and a version of its own. */
export type ServiceContent = Omit<ServiceForm, 'presence'>;

export function servicePart(serviceId: string): Part<ServiceContent> {
  return {
    key: `service.${serviceId}`,
    field: ({ services }) => `services[${services.findIndex(({ id }) => id === serviceId)}]`,
    read({ services }) {
      const service = services.find(({ id }) => id === serviceId);
      if (service === undefined) return null;
      const { presence, ...content } = service;
      return content;
    },
    write: (configuration, content) => ({
      ...configuration,
      services: configuration.services.map((service) =>
        service.id === serviceId ? { ...service, ...content } : service,
      ),
    }),
  };
}

export type PeopleContent = Pick<ConfigurationForm, 'agents'>;

export const peoplePart: Part<PeopleContent> = {
  key: 'people',
  field: () => '',
  read: ({ agents }) => ({ agents }),
  write: (configuration, content) => ({ ...configuration, ...content }),
};

export type OrganisationContent = Pick<
  ConfigurationForm,
  'timeZone' | 'ageingSeconds' | 'dutyAtStart' | 'administrators' | 'breakReasons' | 'profiles'
>;

/** What holds for the whole organisation. */
export const organisationPart: Part<OrganisationContent> = {
  key: 'organisation',
  field: () => '',
  read: ({ timeZone, ageingSeconds, dutyAtStart, administrators, breakReasons, profiles }) => ({
    ...{ timeZone, ageingSeconds, dutyAtStart, administrators, breakReasons, profiles },
  }),
  write: (configuration, content) => ({ ...configuration, ...content }),
};

export type EmergencyContent = ConfigurationForm['emergency'];

/** What holds for the emergency calls of everybody. */
export const emergencyPart: Part<EmergencyContent> = {
  key: 'emergency',
  field: () => 'emergency',
  read: ({ emergency }) => emergency,
  write: (configuration, emergency) => ({ ...configuration, emergency }),
};

/** The names in the document that belong to a part, for telling whose a problem is. */
export function belongsTo(field: string, partField: string, content: object): boolean {
  if (partField !== '') return field === partField || field.startsWith(`${partField}.`);
  const [first = ''] = field.split(/[.[]/);
  return Object.hasOwn(content, first);
}
