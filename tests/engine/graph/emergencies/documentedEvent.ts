/** Graph's event of an emergency call as its documentation shows it (platform.md, section 3). */

/** What must be found nowhere: the number dialled, and the caller's own. */
export const DIALLED = '911000911';
export const OWN_NUMBER = '15550100777';

type Json = Readonly<Record<string, unknown>>;

export interface EventParts {
  readonly event?: Json;
  readonly caller?: Json;
  readonly location?: unknown;
}

export function flatEvent({
  event = {},
  caller = {},
  location = documented,
}: EventParts = {}): Json {
  return {
    id: '11111111-0000-0000-0000-000000000000',
    callEventType: 'callStarted',
    policyName: 'Headquarters',
    eventDateTime: '2026-11-23T08:59:58.1234567+00:00',
    emergencyNumberDialed: DIALLED,
    callerInfo: {
      displayName: 'Anna Agent',
      upn: 'Anna@Contoso.example',
      phoneNumber: OWN_NUMBER,
      tenantId: '00000000-0000-0000-0000-000000000000',
      location,
      ...caller,
    },
    ...event,
  };
}

export function wrappedEvent(parts: EventParts = {}): Json {
  const emergencyCallEvent = flatEvent(parts);
  const odataType = '#microsoft.graph.emergencyCallEvent';
  return { '@odata.type': odataType, id: emergencyCallEvent['id'], emergencyCallEvent };
}

const documented = {
  uniqueId: '00000000-0000-0000-0000-000000000000',
  address: {
    street: 'Microsoft Way',
    city: 'Redmond',
    state: 'WA',
    countryOrRegion: 'United States',
    postalCode: '98052',
    additionalData: {
      companyName: 'Contoso',
      additionalInfo: 'Room 700',
      houseNumber: '725',
      description: 'Third floor',
      streetSuffix: 'NE',
    },
  },
  coordinates: { latitude: '47.6400', longitude: '-122.1300' },
};
