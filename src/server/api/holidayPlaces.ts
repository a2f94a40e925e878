import { holidayPlacesSchema } from '@rufwerk/engine/api';
import { HOLIDAY_PLACES } from '../hours/holidays.ts';
import { answered } from '../http/answer.ts';
import { operation } from '../http/operation.ts';

/** The places to choose from where a service keeps the holidays. The same for everybody. */
export const holidayPlacesOperation = operation({
  method: 'get',
  path: '/api/v1/holiday-places',
  summary: 'Countries and regions whose public holidays are known',
  answer: holidayPlacesSchema,
  perform: () => Promise.resolve(answered({ places: HOLIDAY_PLACES })),
});
