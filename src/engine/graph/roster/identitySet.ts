/** Who somebody in a call is, as the platform's notifications and answers tell it. */
import { z } from 'zod';

const identity = z.looseObject({ id: z.string().nullish() }).nullish();

/** Graph's `identitySet`, as far as calls use it; more kinds may come. */
export const identitySet = z.looseObject({
  user: identity,
  phone: identity,
  application: identity,
  applicationInstance: identity,
});

export type IdentitySet = z.infer<typeof identitySet>;
