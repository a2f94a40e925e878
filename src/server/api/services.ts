/** Services as supervisors see them. */
import { serviceDetailSchema, serviceTilesSchema, type ServiceTiles } from '@rufwerk/engine/api';
import { asId, serviceView, type ServiceId } from '@rufwerk/engine/core';
import { answered } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { forbidden, unknown, type Refusal } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import type { ApiParts } from './parts.ts';
import { detailShown, tileShown } from './serviceShown.ts';

export function serviceOperations(parts: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/v1/services',
      summary: 'All services that the reader supervises, at a glance',
      answer: serviceTilesSchema,
      perform: async ({ reader }) => answered(await tilesFor(parts, reader)),
    }),
    operation({
      method: 'get',
      path: '/api/v1/services/:id',
      summary: 'A service with its queue and its agents',
      answer: serviceDetailSchema,
      perform: async ({ reader, params }) => {
        const serviceId = asId<ServiceId>(params.id ?? '');
        const refusal = refuseService(parts, reader, serviceId);
        if (refusal !== null) return refusal;
        const view = await parts.runtime.read((state, at) => serviceView(state, serviceId, at));
        return view === null ? unknown('The service') : answered(detailShown(view, parts.people));
      },
    }),
  ];
}

/** The tiles of every service that the reader oversees, in the order of the configuration. */
export function tilesFor(
  { runtime }: Pick<ApiParts, 'runtime'>,
  reader: Reader,
): Promise<ServiceTiles> {
  return runtime.read((state, at) => ({
    items: (state.configuration?.services ?? [])
      .filter(({ id }) => reader.oversees(id))
      .flatMap(({ id }) => serviceView(state, id, at) ?? [])
      .map(tileShown),
  }));
}

/** Null when the service is there and the reader oversees it. */
export function refuseService(
  { configuration }: Pick<ApiParts, 'configuration'>,
  reader: Reader,
  serviceId: ServiceId,
): Refusal | null {
  const services = configuration.current().configuration?.services ?? [];
  if (!services.some(({ id }) => id === serviceId)) return unknown('The service');
  return reader.oversees(serviceId) ? null : notYours;
}

const notYours = forbidden(
  {
    en: 'A service is seen by its supervisors and by administrators.',
    de: 'Einen Service sehen seine Supervisoren und Administratoren.',
  },
  {
    en: 'Ask an administrator to make you a supervisor of the service.',
    de: 'Bitten Sie die Administration um die Supervision des Service.',
  },
);
