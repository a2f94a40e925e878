import type { AnnouncementName, CallEffect, EffectOf, PlatformCallId } from '@rufwerk/engine/core';
import type { EffectRequest, People } from '@rufwerk/engine/ports';
import type { GraphAnswer } from '../client/graphAnswer.ts';
import type { GraphClient, GraphRequest } from '../client/graphClient.ts';
import { termsOf } from './terms.ts';
import type { CallOperation } from './terms.ts';

/** What performing an effect on a call needs. */
export interface CallContext {
  readonly graph: GraphClient;
  readonly people: Pick<People, 'find' | 'findByEntraId'>;
  readonly tenantId: string;
  /** Where the platform reaches Rufwerk, without a slash at the end. */
  readonly publicUrl: string;
  /** The path of an announcement below `publicUrl`; there is always something to hear. */
  readonly announcementPath: (name: AnnouncementName) => string;
}

/** A request to perform an effect of one kind. */
export type CallRequest<Kind extends CallEffect['kind']> = Pick<EffectRequest, 'effectId'> & {
  readonly effect: EffectOf<Kind>;
};

export function callPath(callId: PlatformCallId): string {
  return `/communications/calls/${encodeURIComponent(callId)}`;
}

/** Sends a request with the patience that its operation deserves. */
export function sendAs(
  context: CallContext,
  operation: CallOperation,
  request: Omit<GraphRequest, 'terms'>,
): Promise<GraphAnswer> {
  return context.graph.send({ ...request, terms: termsOf(operation) });
}
