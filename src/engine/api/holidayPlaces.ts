import { z } from 'zod';

/** GET /api/v1/holiday-places: countries and regions whose public holidays are known. */
export const holidayPlacesSchema = z.object({
  places: z.array(z.string()).describe('Such as CH and CH-ZH'),
});
