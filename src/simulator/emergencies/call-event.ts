import { graphInstant } from '../subscriptions/notification.ts';
import type { Tenant } from '../tenant.ts';
import type { Emergency } from './emergency.ts';

export type CallEventType = 'callStarted' | 'callEnded';

type Fields = Readonly<Record<string, unknown>>;

/**
 * `emergencyCallEvent` of Graph, as its page shows it decrypted ("Get change notifications for
 * emergency call events"): coordinates are texts there, and the details of an address lie deeper
 * than the metadata says.
 */
export function emergencyCallEvent(
  tenant: Tenant,
  emergency: Emergency,
  callEventType: CallEventType,
): Fields {
  const { id, person, call, policyName } = emergency;
  return {
    id,
    callEventType,
    policyName,
    eventDateTime: graphInstant(tenant.clock.nowMs()).replace('Z', '+00:00'),
    emergencyNumberDialed: call.to,
    callerInfo: {
      displayName: person.displayName,
      upn: person.upn,
      phoneNumber: person.settings.ownNumber,
      tenantId: tenant.id,
      location: person.settings.locationKnown ? locationOf(tenant) : null,
    },
  };
}

function locationOf(tenant: Tenant): Fields {
  const { office, organization } = tenant.directory;
  const { street, houseNumber, postalCode, city, countryOrRegion } = office;
  return {
    uniqueId: tenant.id,
    displayName: office.displayName,
    address: {
      street,
      city,
      state: null,
      countryOrRegion,
      postalCode,
      additionalData: {
        companyName: organization,
        additionalInfo: office.displayName,
        houseNumber,
      },
    },
    coordinates: {
      latitude: String(office.latitude),
      longitude: String(office.longitude),
    },
  };
}
